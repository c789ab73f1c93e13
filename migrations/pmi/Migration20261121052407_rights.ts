import { Migration } from '@mikro-orm/migrations';

export class Migration20261121052407_rights extends Migration {

  override name = 'Migration20261121052407_rights';

  override up(): void | Promise<void> {
    this.addSql(`create table "pmi"."finding_count" ("id" serial primary key, "department_code" text not null, "year" int not null, "mode" text null, "kind" text not null, "nature" text not null, "count" int null);`);
    this.addSql(`create index "finding_count_department_code_year_index" on "pmi"."finding_count" ("department_code", "year");`);

    this.addSql(`create table "pmi"."register_count" ("id" serial primary key, "department_code" text not null, "year" int not null, "mode" text not null, "category" text null, "authority" text null, "control_kind" text null, "done" int not null, "facilities" int not null, "is_total" boolean not null);`);
    this.addSql(`create index "register_count_department_code_year_index" on "pmi"."register_count" ("department_code", "year");`);

    this.addSql(`create table "pmi"."scheduled_inspection" ("id" text not null, "department_code" text not null, "facility" text not null, "scheduled_on" date not null, "authority" text not null, "control_kind" text not null, "unannounced" boolean not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "scheduled_inspection_facility_index" on "pmi"."scheduled_inspection" ("facility");`);
    this.addSql(`create index "scheduled_inspection_department_code_index" on "pmi"."scheduled_inspection" ("department_code");`);

    this.addSql(`create table "pmi"."register_year" ("department_code" text not null, "year" int not null, "reviewed" boolean not null, "source_id" int not null, primary key ("department_code", "year"));`);

    this.addSql(`create table "pmi"."territory_parent" ("level" text not null, "code" text not null, "parent_level" text not null, "parent_code" text not null, primary key ("level", "code", "parent_level"));`);
    this.addSql(`create index "territory_parent_parent_level_parent_code_index" on "pmi"."territory_parent" ("parent_level", "parent_code");`);

    this.addSql(`create table "pmi"."withheld_value" ("observation" bigint not null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "status" text not null, "notes" text[] not null, "kind" text not null, "guarded" text[] not null, "departments" text[] not null, primary key ("observation"));`);

    this.addSql(`alter table "pmi"."observation" add "secrecy_rule" text null;`);

    this.addSql(`alter table "pmi"."inspection_plan" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_plan" for select using (status = 'PUBLISHED' or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', department_code));`);

    this.addSql(`alter table "pmi"."inspection_review" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_review" for select using (exists (select from "pmi"."inspection_plan" p where p.id = plan_id and (published_on <= current_date or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', p.department_code))));`);

    this.addSql(`alter table "pmi"."inspection_objective" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection_objective" for select using (exists (select from "pmi"."inspection_plan" p where p.id = plan_id));`);

    this.addSql(`alter table "pmi"."inspection" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."inspection" for select using (jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'inspections:read', department_code));`);

    this.addSql(`alter table "pmi"."scheduled_inspection" add constraint "scheduled_inspection_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
    this.addSql(`alter table "pmi"."scheduled_inspection" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."scheduled_inspection" for select using (jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'inspections:schedule', department_code));`);

    this.addSql(`alter table "pmi"."register_year" add constraint "register_year_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."withheld_value" enable row level security;`);
    this.addSql(`create policy "readable" on "pmi"."withheld_value" for select using ((cardinality(departments) > 0 and jsonb_exists_all(nullif(current_setting('hub.rights', true), '')::jsonb -> 'observations:withheld', departments)));`);

    // Counts are stored from now on: what was imported before is counted when it is imported again.
    this.addSql(`delete from "pmi"."imported_file" where "dataset" in ('inspection-plans', 'inspections', 'inspection-reviews');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pmi"."finding_count" cascade;`);
    this.addSql(`drop table if exists "pmi"."register_count" cascade;`);
    this.addSql(`drop table if exists "pmi"."scheduled_inspection" cascade;`);
    this.addSql(`drop table if exists "pmi"."register_year" cascade;`);
    this.addSql(`drop table if exists "pmi"."territory_parent" cascade;`);
    this.addSql(`drop table if exists "pmi"."withheld_value" cascade;`);

    this.addSql(`drop policy "readable" on "pmi"."inspection";`);

    this.addSql(`drop policy "readable" on "pmi"."inspection_objective";`);

    this.addSql(`drop policy "readable" on "pmi"."inspection_plan";`);

    this.addSql(`drop policy "readable" on "pmi"."inspection_review";`);

    this.addSql(`alter table "pmi"."inspection" disable row level security;`);

    this.addSql(`alter table "pmi"."inspection_objective" disable row level security;`);

    this.addSql(`alter table "pmi"."inspection_plan" disable row level security;`);

    this.addSql(`alter table "pmi"."inspection_review" disable row level security;`);

    this.addSql(`alter table "pmi"."observation" drop column "secrecy_rule";`);
  }

}
