import { Migration } from '@mikro-orm/migrations';

export class Migration20261128082009_initial extends Migration {

  override name = 'Migration20261128082009_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "france_travail";`);
    this.addSql(`create table "france_travail"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "france_travail"."occupation" ("fap" text not null, "label" text not null, "family_code" text not null, "family" text not null, primary key ("fap"));`);

    this.addSql(`create table "france_travail"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "vintage" text not null, "licence" text not null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "france_travail"."source" add constraint "source_publisher_dataset_vintage_file_hash_unique" unique ("publisher", "dataset", "vintage", "file_hash");`);

    this.addSql(`create table "france_travail"."recruitment_need" ("year" int not null, "occupation_fap" text not null, "employment_basin" text not null, "department" text not null, "projects" int null, "difficult" int null, "seasonal" int null, "source_id" int not null, primary key ("year", "occupation_fap", "employment_basin", "department"));`);
    this.addSql(`create index "recruitment_need_department_year_occupation_fap_index" on "france_travail"."recruitment_need" ("department", "year", "occupation_fap");`);

    this.addSql(`create table "france_travail"."observation" ("id" bigserial primary key, "measure" text not null, "level" text not null, "code" text not null, "year" int not null, "value" double precision null, "status" text not null, "confidentiality" text not null default 'PUBLIC', "unit" text not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "masked_cells" int null, "notes" text[] not null, "secrecy_rule" text null, "computed_by" text null, "source_id" int null, "recorded_at" timestamptz not null default now());`);
    this.addSql(`create index "observation_measure_level_code_year_recorded_at_index" on "france_travail"."observation" ("measure", "level", "code", "year", "recorded_at");`);

    this.addSql(`create table "france_travail"."territory_parent" ("level" text not null, "code" text not null, "parent_level" text not null, "parent_code" text not null, primary key ("level", "code", "parent_level"));`);
    this.addSql(`create index "territory_parent_parent_level_parent_code_index" on "france_travail"."territory_parent" ("parent_level", "parent_code");`);

    this.addSql(`create table "france_travail"."withheld_value" ("observation" bigint not null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "status" text not null, "notes" text[] not null, "kind" text not null, "guarded" text[] not null, "departments" text[] not null, primary key ("observation"));`);

    this.addSql(`alter table "france_travail"."recruitment_need" add constraint "recruitment_need_occupation_fap_foreign" foreign key ("occupation_fap") references "france_travail"."occupation" ("fap");`);
    this.addSql(`alter table "france_travail"."recruitment_need" add constraint "recruitment_need_source_id_foreign" foreign key ("source_id") references "france_travail"."source" ("id");`);

    this.addSql(`alter table "france_travail"."observation" add constraint "observation_source_id_foreign" foreign key ("source_id") references "france_travail"."source" ("id") on delete set null;`);

    this.addSql(`alter table "france_travail"."withheld_value" enable row level security;`);
    this.addSql(`create policy "readable" on "france_travail"."withheld_value" for select using ((cardinality(departments) > 0 and jsonb_exists_all(nullif(current_setting('hub.rights', true), '')::jsonb -> 'observations:withheld', departments)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "france_travail"."recruitment_need" drop constraint "recruitment_need_occupation_fap_foreign";`);
    this.addSql(`alter table "france_travail"."recruitment_need" drop constraint "recruitment_need_source_id_foreign";`);
    this.addSql(`alter table "france_travail"."observation" drop constraint "observation_source_id_foreign";`);

    this.addSql(`drop table if exists "france_travail"."imported_file" cascade;`);
    this.addSql(`drop table if exists "france_travail"."occupation" cascade;`);
    this.addSql(`drop table if exists "france_travail"."source" cascade;`);
    this.addSql(`drop table if exists "france_travail"."recruitment_need" cascade;`);
    this.addSql(`drop table if exists "france_travail"."observation" cascade;`);
    this.addSql(`drop table if exists "france_travail"."territory_parent" cascade;`);
    this.addSql(`drop table if exists "france_travail"."withheld_value" cascade;`);

    this.addSql(`drop schema if exists "france_travail";`);
  }

}
