import { Migration } from '@mikro-orm/migrations';

export class Migration20261129020603_initial extends Migration {

  override name = 'Migration20261129020603_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "caf";`);
    this.addSql(`create table "caf"."action" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "label" text not null, "pilot" text null, "printed_pilot" text null, "start_on" date null, "end_on" date null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "action_programme_index" on "caf"."action" ("programme");`);

    this.addSql(`create table "caf"."action_progress" ("action" text not null, "on" date not null, "programme" text not null, "state" text not null, "by" text null, primary key ("action", "on"));`);
    this.addSql(`create index "action_progress_programme_index" on "caf"."action_progress" ("programme");`);

    this.addSql(`create table "caf"."axis" ("id" text not null, "programme" text not null, "number" int not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "axis_programme_index" on "caf"."axis" ("programme");`);

    this.addSql(`create table "caf"."delivered_number" ("measure" text not null, "level" text not null, "code" text not null, "year" int not null, "observation" bigint null, primary key ("measure", "level", "code", "year"));`);

    this.addSql(`create table "caf"."detail" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "kind" text not null, "label" text not null, "party" text null, "indicator" text null, primary key ("id"));`);
    this.addSql(`create index "detail_programme_index" on "caf"."detail" ("programme");`);

    this.addSql(`create table "caf"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "caf"."objective" ("id" text not null, "programme" text not null, "axis" text not null, "position" int not null, "code" text not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "objective_programme_index" on "caf"."objective" ("programme");`);

    this.addSql(`create table "caf"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "caf"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "caf"."funding" ("id" text not null, "department" text not null, "year" int not null, "funder" text not null, "fund" text not null, "facility_id" text null, "service_id" text null, "project_id" text null, "unit" text null, "units" double precision null, "per_unit" double precision null, "total" double precision null, "agreement_id" text null, "notified_to" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "funding_department_index" on "caf"."funding" ("department");`);
    this.addSql(`create index "funding_facility_id_index" on "caf"."funding" ("facility_id");`);
    this.addSql(`create index "funding_service_id_index" on "caf"."funding" ("service_id");`);
    this.addSql(`create index "funding_project_id_index" on "caf"."funding" ("project_id");`);

    this.addSql(`create table "caf"."family_service" ("id" text not null, "department" text not null, "kind" text not null, "name" text not null, "operator" text null, "places" text null, "territory" text null, "state" text not null, "approved_on" date null, "approval_ends_on" date null, "notes" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "family_service_territory_index" on "caf"."family_service" ("territory");`);
    this.addSql(`create index "family_service_department_kind_index" on "caf"."family_service" ("department", "kind");`);

    this.addSql(`create table "caf"."service_activity" ("service_id" text not null, "measure" text not null, "year" int not null, "period" text not null, "value" double precision null, "unit" text not null, "printed" text null, "source_id" int not null, primary key ("service_id", "measure", "year"));`);

    this.addSql(`create table "caf"."avip_label" ("id" text not null, "facility_id" text not null, "department" text not null, "labelled_on" date not null, "until" date null, "places" int null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "avip_label_facility_id_index" on "caf"."avip_label" ("facility_id");`);
    this.addSql(`create index "avip_label_department_index" on "caf"."avip_label" ("department");`);

    this.addSql(`create table "caf"."territorial_agreement" ("id" text not null, "title" text not null, "start_on" date null, "end_on" date null, "adopted_on" date null, "themes" text[] null, "signatories" jsonb null, "signed_by" text[] not null, "amendments" jsonb not null, "source_id" int not null, "territory_ids" text[] not null, "department" text not null, "holder" text not null, "signer_ids" text[] not null, "status" text not null, "signed_year" int null, "rank" int null, "printed" text null, primary key ("id"));`);
    this.addSql(`create index "territorial_agreement_department_index" on "caf"."territorial_agreement" ("department");`);
    this.addSql(`create index "territorial_agreement_holder_index" on "caf"."territorial_agreement" ("holder");`);

    this.addSql(`alter table "caf"."funding" add constraint "funding_source_id_foreign" foreign key ("source_id") references "caf"."source" ("id");`);

    this.addSql(`alter table "caf"."family_service" add constraint "family_service_source_id_foreign" foreign key ("source_id") references "caf"."source" ("id");`);

    this.addSql(`alter table "caf"."service_activity" add constraint "service_activity_service_id_foreign" foreign key ("service_id") references "caf"."family_service" ("id");`);
    this.addSql(`alter table "caf"."service_activity" add constraint "service_activity_source_id_foreign" foreign key ("source_id") references "caf"."source" ("id");`);

    this.addSql(`alter table "caf"."avip_label" add constraint "avip_label_source_id_foreign" foreign key ("source_id") references "caf"."source" ("id");`);

    this.addSql(`alter table "caf"."territorial_agreement" add constraint "territorial_agreement_source_id_foreign" foreign key ("source_id") references "caf"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "caf"."funding" drop constraint "funding_source_id_foreign";`);
    this.addSql(`alter table "caf"."family_service" drop constraint "family_service_source_id_foreign";`);
    this.addSql(`alter table "caf"."service_activity" drop constraint "service_activity_source_id_foreign";`);
    this.addSql(`alter table "caf"."avip_label" drop constraint "avip_label_source_id_foreign";`);
    this.addSql(`alter table "caf"."territorial_agreement" drop constraint "territorial_agreement_source_id_foreign";`);
    this.addSql(`alter table "caf"."service_activity" drop constraint "service_activity_service_id_foreign";`);

    this.addSql(`drop table if exists "caf"."action" cascade;`);
    this.addSql(`drop table if exists "caf"."action_progress" cascade;`);
    this.addSql(`drop table if exists "caf"."axis" cascade;`);
    this.addSql(`drop table if exists "caf"."delivered_number" cascade;`);
    this.addSql(`drop table if exists "caf"."detail" cascade;`);
    this.addSql(`drop table if exists "caf"."imported_file" cascade;`);
    this.addSql(`drop table if exists "caf"."objective" cascade;`);
    this.addSql(`drop table if exists "caf"."source" cascade;`);
    this.addSql(`drop table if exists "caf"."funding" cascade;`);
    this.addSql(`drop table if exists "caf"."family_service" cascade;`);
    this.addSql(`drop table if exists "caf"."service_activity" cascade;`);
    this.addSql(`drop table if exists "caf"."avip_label" cascade;`);
    this.addSql(`drop table if exists "caf"."territorial_agreement" cascade;`);

    this.addSql(`drop schema if exists "caf";`);
  }

}
