import { Migration } from '@mikro-orm/migrations';

export class Migration20261129020558_initial extends Migration {

  override name = 'Migration20261129020558_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "cdsf";`);
    this.addSql(`create table "cdsf"."action" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "label" text not null, "pilot" text null, "printed_pilot" text null, "start_on" date null, "end_on" date null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "action_programme_index" on "cdsf"."action" ("programme");`);

    this.addSql(`create table "cdsf"."action_progress" ("action" text not null, "on" date not null, "programme" text not null, "state" text not null, "by" text null, primary key ("action", "on"));`);
    this.addSql(`create index "action_progress_programme_index" on "cdsf"."action_progress" ("programme");`);

    this.addSql(`create table "cdsf"."axis" ("id" text not null, "programme" text not null, "number" int not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "axis_programme_index" on "cdsf"."axis" ("programme");`);

    this.addSql(`create table "cdsf"."contact" ("committee" text not null, "role" text not null, "organisation" text not null, primary key ("committee", "role"));`);

    this.addSql(`create table "cdsf"."deadline_rule" ("code" text not null, "label" text not null, "owners" text[] not null, "printed_owner" text not null, "legal_basis" text not null, "anchor" text not null, "in_force_from" date null, "month_day" text null, "months" int null, primary key ("code"));`);

    this.addSql(`create table "cdsf"."delivered_number" ("measure" text not null, "level" text not null, "code" text not null, "year" int not null, "observation" bigint null, primary key ("measure", "level", "code", "year"));`);

    this.addSql(`create table "cdsf"."detail" ("id" text not null, "programme" text not null, "parent" text not null, "position" int not null, "kind" text not null, "label" text not null, "party" text null, "indicator" text null, primary key ("id"));`);
    this.addSql(`create index "detail_programme_index" on "cdsf"."detail" ("programme");`);

    this.addSql(`create table "cdsf"."document_subject" ("document" text not null, "territory" text not null, primary key ("document", "territory"));`);
    this.addSql(`create index "document_subject_territory_index" on "cdsf"."document_subject" ("territory");`);

    this.addSql(`create table "cdsf"."family_services_committee" ("id" text not null, "installed_on" date null, "renewed_on" date null, primary key ("id"));`);

    this.addSql(`create table "cdsf"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "cdsf"."objective" ("id" text not null, "programme" text not null, "axis" text not null, "position" int not null, "code" text not null, "label" text not null, "printed_calendar" text null, primary key ("id"));`);
    this.addSql(`create index "objective_programme_index" on "cdsf"."objective" ("programme");`);

    this.addSql(`create table "cdsf"."predecessor" ("committee" text not null, "name" text not null, "from" date null, "to" date null, primary key ("committee", "name"));`);

    this.addSql(`create table "cdsf"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "cdsf"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "cdsf"."seat" ("committee" text not null, "category" text not null, "number" int not null, "since" date not null, "until" date null, "holder" text null, "source_id" int not null, primary key ("committee", "category", "number", "since"));`);

    this.addSql(`create table "cdsf"."project" ("id" text not null, "department" text not null, "territory_id" text not null, "kind" text not null, "stage" text not null, "category" text null, "places" int null, "submitted_on" date null, "authority" text null, "opinion_on" date null, "opinion_given" text null, "grounds" text[] not null, "decision_kind" text null, "decided_on" date null, "facility_id" text null, "meeting_ids" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "project_department_index" on "cdsf"."project" ("department");`);
    this.addSql(`create index "project_territory_id_index" on "cdsf"."project" ("territory_id");`);

    this.addSql(`create table "cdsf"."family_services_scheme" ("id" text not null, "title" text not null, "start_on" date null, "end_on" date null, "adopted_on" date null, "themes" text[] null, "signatories" jsonb null, "signed_by" text[] not null, "amendments" jsonb not null, "source_id" int not null, "territory_ids" text[] not null, "start_year" int not null, "end_year" int not null, "first_day" date not null, "last_day" date not null, "transmitted_on" date null, "printed" text[] not null, primary key ("id"));`);

    this.addSql(`create table "cdsf"."education_programme" ("id" text not null, "title" text not null, "start_on" date null, "end_on" date null, "adopted_on" date null, "themes" text[] null, "signatories" jsonb null, "signed_by" text[] not null, "amendments" jsonb not null, "source_id" int not null, "territory_ids" text[] not null, "kind" text not null, "caf_involvement" text null, "department" text not null, primary key ("id"));`);
    this.addSql(`create index "education_programme_department_index" on "cdsf"."education_programme" ("department");`);

    this.addSql(`create table "cdsf"."document" ("id" text not null, "kind" text not null, "title" text not null, "year" int null, "scheme" text null, "adopted_on" date null, "presented_on" date null, "presented_to" text null, "sent" jsonb not null, "published_on" date null, "url" text null, "annexes" text[] not null, "told" jsonb not null, "hash" text null, "source_id" int not null, primary key ("id"));`);

    this.addSql(`create table "cdsf"."competence" ("commune" text not null, "code" text not null, "since" date not null, "until" date null, "holder" text not null, "source_id" int not null, primary key ("commune", "code", "since"));`);
    this.addSql(`create index "competence_holder_index" on "cdsf"."competence" ("holder");`);

    this.addSql(`create table "cdsf"."committee_event" ("id" text not null, "committee_id" text not null, "position" int not null, "printed_date" text not null, "label" text not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "committee_event_committee_id_index" on "cdsf"."committee_event" ("committee_id");`);

    this.addSql(`create table "cdsf"."committee_body" ("id" text not null, "committee_id" text not null, "position" int not null, "name" text not null, "kind" text not null, "theme" text null, "pilots" text[] null, "printed_nature" text null, "printed_leadership" text null, "printed_member_count" int null, "printed_frequency" text null, "role" text null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "committee_body_committee_id_index" on "cdsf"."committee_body" ("committee_id");`);

    this.addSql(`create table "cdsf"."meeting" ("id" text not null, "committee" text not null, "body_id" text not null, "on" date not null, "rank" text not null, "present" int null, "invited" int null, "documents" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "meeting_committee_index" on "cdsf"."meeting" ("committee");`);
    this.addSql(`alter table "cdsf"."meeting" add constraint "meeting_rank_unique" unique ("rank");`);

    this.addSql(`create table "cdsf"."decision" ("meeting_id" text not null, "position" int not null, "label" text not null, "owner" text null, "due_on" date null, "told" text not null, primary key ("meeting_id", "position"));`);

    this.addSql(`create table "cdsf"."agenda_item" ("meeting_id" text not null, "position" int not null, "label" text not null, "documents" text[] not null, primary key ("meeting_id", "position"));`);

    this.addSql(`create table "cdsf"."committee_member" ("id" text not null, "body_id" text not null, "position" int not null, "label" text not null, "capacity" text null, primary key ("id"));`);
    this.addSql(`create index "committee_member_body_id_index" on "cdsf"."committee_member" ("body_id");`);

    this.addSql(`create table "cdsf"."authority_scheme" ("id" text not null, "title" text not null, "start_on" date null, "end_on" date null, "adopted_on" date null, "themes" text[] null, "signatories" jsonb null, "signed_by" text[] not null, "amendments" jsonb not null, "source_id" int not null, "territory_ids" text[] not null, "department" text not null, "transmitted_on" date null, "insufficient" text[] not null, "told" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "authority_scheme_department_index" on "cdsf"."authority_scheme" ("department");`);

    this.addSql(`alter table "cdsf"."seat" add constraint "seat_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."project" add constraint "project_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."family_services_scheme" add constraint "family_services_scheme_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."education_programme" add constraint "education_programme_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."document" add constraint "document_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."competence" add constraint "competence_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."committee_event" add constraint "committee_event_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."committee_body" add constraint "committee_body_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."meeting" add constraint "meeting_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);

    this.addSql(`alter table "cdsf"."authority_scheme" add constraint "authority_scheme_source_id_foreign" foreign key ("source_id") references "cdsf"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "cdsf"."seat" drop constraint "seat_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."project" drop constraint "project_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."family_services_scheme" drop constraint "family_services_scheme_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."education_programme" drop constraint "education_programme_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."document" drop constraint "document_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."competence" drop constraint "competence_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."committee_event" drop constraint "committee_event_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."committee_body" drop constraint "committee_body_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."meeting" drop constraint "meeting_source_id_foreign";`);
    this.addSql(`alter table "cdsf"."authority_scheme" drop constraint "authority_scheme_source_id_foreign";`);

    this.addSql(`drop table if exists "cdsf"."action" cascade;`);
    this.addSql(`drop table if exists "cdsf"."action_progress" cascade;`);
    this.addSql(`drop table if exists "cdsf"."axis" cascade;`);
    this.addSql(`drop table if exists "cdsf"."contact" cascade;`);
    this.addSql(`drop table if exists "cdsf"."deadline_rule" cascade;`);
    this.addSql(`drop table if exists "cdsf"."delivered_number" cascade;`);
    this.addSql(`drop table if exists "cdsf"."detail" cascade;`);
    this.addSql(`drop table if exists "cdsf"."document_subject" cascade;`);
    this.addSql(`drop table if exists "cdsf"."family_services_committee" cascade;`);
    this.addSql(`drop table if exists "cdsf"."imported_file" cascade;`);
    this.addSql(`drop table if exists "cdsf"."objective" cascade;`);
    this.addSql(`drop table if exists "cdsf"."predecessor" cascade;`);
    this.addSql(`drop table if exists "cdsf"."source" cascade;`);
    this.addSql(`drop table if exists "cdsf"."seat" cascade;`);
    this.addSql(`drop table if exists "cdsf"."project" cascade;`);
    this.addSql(`drop table if exists "cdsf"."family_services_scheme" cascade;`);
    this.addSql(`drop table if exists "cdsf"."education_programme" cascade;`);
    this.addSql(`drop table if exists "cdsf"."document" cascade;`);
    this.addSql(`drop table if exists "cdsf"."competence" cascade;`);
    this.addSql(`drop table if exists "cdsf"."committee_event" cascade;`);
    this.addSql(`drop table if exists "cdsf"."committee_body" cascade;`);
    this.addSql(`drop table if exists "cdsf"."meeting" cascade;`);
    this.addSql(`drop table if exists "cdsf"."decision" cascade;`);
    this.addSql(`drop table if exists "cdsf"."agenda_item" cascade;`);
    this.addSql(`drop table if exists "cdsf"."committee_member" cascade;`);
    this.addSql(`drop table if exists "cdsf"."authority_scheme" cascade;`);

    this.addSql(`drop schema if exists "cdsf";`);
  }

}
