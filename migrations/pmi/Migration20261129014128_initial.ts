import { Migration } from '@mikro-orm/migrations';

export class Migration20261129014128_initial extends Migration {

  override name = 'Migration20261129014128_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "pmi";`);
    this.addSql(`create table "pmi"."delivered_number" ("measure" text not null, "level" text not null, "code" text not null, "year" int not null, "observation" bigint null, primary key ("measure", "level", "code", "year"));`);

    this.addSql(`create table "pmi"."finding_count" ("id" serial primary key, "department_code" text not null, "year" int not null, "kind" text not null, "nature" text not null, "count" int not null);`);
    this.addSql(`create index "finding_count_department_code_year_index" on "pmi"."finding_count" ("department_code", "year");`);

    this.addSql(`create table "pmi"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "pmi"."register_count" ("id" serial primary key, "department_code" text not null, "year" int not null, "mode" text not null, "category" text null, "authority" text null, "control_kind" text null, "done" int not null, "facilities" int not null, "is_total" boolean not null);`);
    this.addSql(`create index "register_count_department_code_year_index" on "pmi"."register_count" ("department_code", "year");`);

    this.addSql(`create table "pmi"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "pmi"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "pmi"."scheduled_inspection" ("id" text not null, "department_code" text not null, "facility" text not null, "scheduled_on" date not null, "authority" text not null, "control_kind" text not null, "unannounced" boolean not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "scheduled_inspection_facility_index" on "pmi"."scheduled_inspection" ("facility");`);
    this.addSql(`create index "scheduled_inspection_department_code_index" on "pmi"."scheduled_inspection" ("department_code");`);

    this.addSql(`create table "pmi"."register_year" ("department_code" text not null, "year" int not null, "reviewed" boolean not null, "source_id" int not null, primary key ("department_code", "year"));`);

    this.addSql(`create table "pmi"."inspection_plan" ("id" text not null, "department_code" text not null, "year" int not null, "status" text not null, "established_on" date null, "published_on" date null, "orientations" text[] not null, "authorised_facilities" int null, "licensed_childminders" int null, "home_care_providers" int null, "source_id" int not null, primary key ("id"));`);

    this.addSql(`create table "pmi"."inspection_review" ("plan_id" text not null, "presented_on" date null, "annexed_on" date null, "published_on" date null, "quality_notes" text[] not null, primary key ("plan_id"));`);

    this.addSql(`create table "pmi"."inspection_objective" ("id" text not null, "plan_id" text not null, "position" int not null, "mode" text not null, "category" text null, "authority" text not null, "control_kind" text not null, "planned" int not null, primary key ("id"));`);
    this.addSql(`create index "inspection_objective_plan_id_index" on "pmi"."inspection_objective" ("plan_id");`);

    this.addSql(`create table "pmi"."inspection" ("id" text not null, "department_code" text not null, "year" int not null, "done_on" date not null, "facility" text null, "mode" text not null, "category" text null, "authority" text not null, "control_kind" text not null, "unannounced" boolean not null, "non_compliances" jsonb not null, "follow_ups" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "inspection_department_code_year_index" on "pmi"."inspection" ("department_code", "year");`);

    this.addSql(`create table "pmi"."childminder_house" ("id" text not null, "name" text not null, "department_code" text not null, "printed_commune" text not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "childminder_house_department_code_index" on "pmi"."childminder_house" ("department_code");`);

    this.addSql(`create table "pmi"."childcare_facility" ("id" text not null, "name" text not null, "category" text not null, "printed_type" text not null, "financing" text null, "department_code" text not null, "commune_code" text null, "printed_commune" text null, "operator" text null, "authorised_places" int not null, "opened_on" date null, "closed_on" date null, "authorised_on" date null, "authorisation_kind" text null, "authorisation_ends_on" date null, "stated_on" date not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "childcare_facility_department_code_index" on "pmi"."childcare_facility" ("department_code");`);

    this.addSql(`alter table "pmi"."scheduled_inspection" add constraint "scheduled_inspection_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
    this.addSql(`alter table "pmi"."scheduled_inspection" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."scheduled_inspection" for select using (jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'inspections:schedule', department_code));`);

    this.addSql(`alter table "pmi"."register_year" add constraint "register_year_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."inspection_plan" add constraint "inspection_plan_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
    this.addSql(`alter table "pmi"."inspection_plan" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_plan" for select using (status = 'PUBLISHED' or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', department_code));`);

    this.addSql(`alter table "pmi"."inspection_review" add constraint "inspection_review_plan_id_foreign" foreign key ("plan_id") references "pmi"."inspection_plan" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "pmi"."inspection_review" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_review" for select using (exists (select from "pmi"."inspection_plan" p where p.id = inspection_review.plan_id and (inspection_review.published_on <= (now() at time zone case p.department_code when '971' then 'America/Guadeloupe' when '972' then 'America/Martinique' when '973' then 'America/Cayenne' when '974' then 'Indian/Reunion' when '975' then 'America/Miquelon' when '976' then 'Indian/Mayotte' when '977' then 'America/St_Barthelemy' when '978' then 'America/Marigot' when '984' then 'Indian/Kerguelen' when '986' then 'Pacific/Wallis' when '987' then 'Pacific/Tahiti' when '988' then 'Pacific/Noumea' when '989' then 'Etc/GMT+8' else 'Europe/Paris' end)::date or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', p.department_code))));`);

    this.addSql(`alter table "pmi"."inspection_objective" add constraint "inspection_objective_plan_id_foreign" foreign key ("plan_id") references "pmi"."inspection_plan" ("id");`);
    this.addSql(`alter table "pmi"."inspection_objective" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_objective" for select using (exists (select from "pmi"."inspection_plan" p where p.id = plan_id));`);

    this.addSql(`alter table "pmi"."inspection" add constraint "inspection_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
    this.addSql(`alter table "pmi"."inspection" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection" for select using (jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'inspections:read', department_code));`);

    this.addSql(`alter table "pmi"."childminder_house" add constraint "childminder_house_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."childcare_facility" add constraint "childcare_facility_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pmi"."scheduled_inspection" drop constraint "scheduled_inspection_source_id_foreign";`);
    this.addSql(`alter table "pmi"."register_year" drop constraint "register_year_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_plan" drop constraint "inspection_plan_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection" drop constraint "inspection_source_id_foreign";`);
    this.addSql(`alter table "pmi"."childminder_house" drop constraint "childminder_house_source_id_foreign";`);
    this.addSql(`alter table "pmi"."childcare_facility" drop constraint "childcare_facility_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_review" drop constraint "inspection_review_plan_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_objective" drop constraint "inspection_objective_plan_id_foreign";`);

    this.addSql(`drop table if exists "pmi"."delivered_number" cascade;`);
    this.addSql(`drop table if exists "pmi"."finding_count" cascade;`);
    this.addSql(`drop table if exists "pmi"."imported_file" cascade;`);
    this.addSql(`drop table if exists "pmi"."register_count" cascade;`);
    this.addSql(`drop table if exists "pmi"."source" cascade;`);
    this.addSql(`drop table if exists "pmi"."scheduled_inspection" cascade;`);
    this.addSql(`drop table if exists "pmi"."register_year" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_plan" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_review" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_objective" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection" cascade;`);
    this.addSql(`drop table if exists "pmi"."childminder_house" cascade;`);
    this.addSql(`drop table if exists "pmi"."childcare_facility" cascade;`);

    this.addSql(`drop schema if exists "pmi";`);
  }

}
