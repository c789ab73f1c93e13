import { Migration } from '@mikro-orm/migrations';

export class Migration20261129005208_initial extends Migration {

  override name = 'Migration20261129005208_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "msa";`);
    this.addSql(`create table "msa"."action" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "label" text not null, "pilot" text null, "printed_pilot" text null, "start_on" date null, "end_on" date null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "action_programme_index" on "msa"."action" ("programme");`);

    this.addSql(`create table "msa"."action_progress" ("action" text not null, "on" date not null, "programme" text not null, "state" text not null, "by" text null, primary key ("action", "on"));`);
    this.addSql(`create index "action_progress_programme_index" on "msa"."action_progress" ("programme");`);

    this.addSql(`create table "msa"."axis" ("id" text not null, "programme" text not null, "number" int not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "axis_programme_index" on "msa"."axis" ("programme");`);

    this.addSql(`create table "msa"."delivered_number" ("measure" text not null, "level" text not null, "code" text not null, "year" int not null, "observation" bigint null, primary key ("measure", "level", "code", "year"));`);

    this.addSql(`create table "msa"."detail" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "kind" text not null, "label" text not null, "party" text null, "indicator" text null, primary key ("id"));`);
    this.addSql(`create index "detail_programme_index" on "msa"."detail" ("programme");`);

    this.addSql(`create table "msa"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "msa"."objective" ("id" text not null, "programme" text not null, "axis" text not null, "position" int not null, "code" text not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "objective_programme_index" on "msa"."objective" ("programme");`);

    this.addSql(`create table "msa"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "msa"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "msa"."rural_programme" ("id" text not null, "title" text not null, "start_on" date null, "end_on" date null, "adopted_on" date null, "themes" text[] null, "signatories" jsonb null, "signed_by" text[] not null, "amendments" jsonb not null, "source_id" int not null, "territory_ids" text[] not null, "kind" text not null, "msa_fund" text not null, "territory" text not null, "department" text not null, "budget" double precision null, "agreement" text null, "lines" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "rural_programme_territory_index" on "msa"."rural_programme" ("territory");`);
    this.addSql(`create index "rural_programme_department_index" on "msa"."rural_programme" ("department");`);
    this.addSql(`create index "rural_programme_agreement_index" on "msa"."rural_programme" ("agreement");`);

    this.addSql(`create table "msa"."msa_means" ("department" text not null, "axis" int not null, "position" int not null, "label" text not null, "source_id" int not null, primary key ("department", "axis", "position"));`);

    this.addSql(`alter table "msa"."rural_programme" add constraint "rural_programme_source_id_foreign" foreign key ("source_id") references "msa"."source" ("id");`);

    this.addSql(`alter table "msa"."msa_means" add constraint "msa_means_source_id_foreign" foreign key ("source_id") references "msa"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "msa"."rural_programme" drop constraint "rural_programme_source_id_foreign";`);
    this.addSql(`alter table "msa"."msa_means" drop constraint "msa_means_source_id_foreign";`);

    this.addSql(`drop table if exists "msa"."action" cascade;`);
    this.addSql(`drop table if exists "msa"."action_progress" cascade;`);
    this.addSql(`drop table if exists "msa"."axis" cascade;`);
    this.addSql(`drop table if exists "msa"."delivered_number" cascade;`);
    this.addSql(`drop table if exists "msa"."detail" cascade;`);
    this.addSql(`drop table if exists "msa"."imported_file" cascade;`);
    this.addSql(`drop table if exists "msa"."objective" cascade;`);
    this.addSql(`drop table if exists "msa"."source" cascade;`);
    this.addSql(`drop table if exists "msa"."rural_programme" cascade;`);
    this.addSql(`drop table if exists "msa"."msa_means" cascade;`);

    this.addSql(`drop schema if exists "msa";`);
  }

}
