import { Migration } from '@mikro-orm/migrations';

export class Migration20261128230619_initial extends Migration {

  override name = 'Migration20261128230619_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "france_travail";`);
    this.addSql(`create table "france_travail"."delivered_number" ("measure" text not null, "level" text not null, "code" text not null, "year" int not null, "observation" bigint null, primary key ("measure", "level", "code", "year"));`);

    this.addSql(`create table "france_travail"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "france_travail"."occupation" ("fap" text not null, "label" text not null, "family_code" text not null, "family" text not null, primary key ("fap"));`);

    this.addSql(`create table "france_travail"."occupation_rome" ("fap" text not null, "rome" text not null, primary key ("fap", "rome"));`);

    this.addSql(`create table "france_travail"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "france_travail"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "france_travail"."survey_line" ("year" int not null, "occupation_fap" text not null, "employment_basin" text not null, "department" text not null, "region" text not null, "projects" int null, "difficult" int null, "seasonal" int null, "source_id" int not null, primary key ("year", "occupation_fap", "employment_basin", "department"));`);
    this.addSql(`create index "survey_line_year_department_region_index" on "france_travail"."survey_line" ("year", "department", "region");`);

    this.addSql(`alter table "france_travail"."survey_line" add constraint "survey_line_occupation_fap_foreign" foreign key ("occupation_fap") references "france_travail"."occupation" ("fap");`);
    this.addSql(`alter table "france_travail"."survey_line" add constraint "survey_line_source_id_foreign" foreign key ("source_id") references "france_travail"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "france_travail"."survey_line" drop constraint "survey_line_occupation_fap_foreign";`);
    this.addSql(`alter table "france_travail"."survey_line" drop constraint "survey_line_source_id_foreign";`);

    this.addSql(`drop table if exists "france_travail"."delivered_number" cascade;`);
    this.addSql(`drop table if exists "france_travail"."imported_file" cascade;`);
    this.addSql(`drop table if exists "france_travail"."occupation" cascade;`);
    this.addSql(`drop table if exists "france_travail"."occupation_rome" cascade;`);
    this.addSql(`drop table if exists "france_travail"."source" cascade;`);
    this.addSql(`drop table if exists "france_travail"."survey_line" cascade;`);

    this.addSql(`drop schema if exists "france_travail";`);
  }

}
