import { Migration } from '@mikro-orm/migrations';

export class Migration20261121012707_initial extends Migration {

  override name = 'Migration20261121012707_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "pmi";`);
    this.addSql(`create table "pmi"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "pmi"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "vintage" text not null, "licence" text not null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "pmi"."source" add constraint "source_publisher_dataset_vintage_file_hash_unique" unique ("publisher", "dataset", "vintage", "file_hash");`);

    this.addSql(`create table "pmi"."observation" ("id" bigserial primary key, "measure" text not null, "level" text not null, "code" text not null, "year" int not null, "value" double precision null, "status" text not null, "confidentiality" text not null default 'PUBLIC', "unit" text not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "masked_cells" int null, "notes" text[] not null, "computed_by" text null, "source_id" int null, "recorded_at" timestamptz not null default now());`);
    this.addSql(`create index "observation_measure_level_code_year_recorded_at_index" on "pmi"."observation" ("measure", "level", "code", "year", "recorded_at");`);

    this.addSql(`create table "pmi"."inspection_plan" ("id" text not null, "department_code" text not null, "year" int not null, "status" text not null, "established_on" date null, "published_on" date null, "orientations" text[] not null, "authorised_facilities" int null, "licensed_childminders" int null, "home_care_providers" int null, "source_id" int not null, primary key ("id"));`);

    this.addSql(`create table "pmi"."inspection_review" ("plan_id" text not null, "presented_on" date null, "annexed_on" date null, "published_on" date null, "quality_notes" text[] not null, primary key ("plan_id"));`);

    this.addSql(`create table "pmi"."inspection_objective" ("id" text not null, "plan_id" text not null, "position" int not null, "mode" text not null, "category" text null, "authority" text not null, "control_kind" text not null, "planned" int not null, primary key ("id"));`);
    this.addSql(`create index "inspection_objective_plan_id_index" on "pmi"."inspection_objective" ("plan_id");`);

    this.addSql(`create table "pmi"."inspection" ("id" text not null, "department_code" text not null, "year" int not null, "done_on" date not null, "facility" text null, "mode" text not null, "category" text null, "authority" text not null, "control_kind" text not null, "unannounced" boolean not null, "non_compliances" jsonb not null, "follow_ups" text[] not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "inspection_department_code_year_index" on "pmi"."inspection" ("department_code", "year");`);

    this.addSql(`create table "pmi"."childminder_house" ("id" text not null, "name" text not null, "department_code" text not null, "printed_commune" text not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "childminder_house_department_code_index" on "pmi"."childminder_house" ("department_code");`);

    this.addSql(`create table "pmi"."childcare_facility" ("id" text not null, "name" text not null, "category" text not null, "printed_type" text not null, "financing" text null, "department_code" text not null, "commune_code" text null, "printed_commune" text null, "operator" text null, "authorised_places" int not null, "opened_on" date null, "closed_on" date null, "stated_on" date not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "childcare_facility_department_code_index" on "pmi"."childcare_facility" ("department_code");`);

    this.addSql(`alter table "pmi"."observation" add constraint "observation_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id") on delete set null;`);

    this.addSql(`alter table "pmi"."inspection_plan" add constraint "inspection_plan_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."inspection_review" add constraint "inspection_review_plan_id_foreign" foreign key ("plan_id") references "pmi"."inspection_plan" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "pmi"."inspection_objective" add constraint "inspection_objective_plan_id_foreign" foreign key ("plan_id") references "pmi"."inspection_plan" ("id");`);

    this.addSql(`alter table "pmi"."inspection" add constraint "inspection_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."childminder_house" add constraint "childminder_house_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);

    this.addSql(`alter table "pmi"."childcare_facility" add constraint "childcare_facility_source_id_foreign" foreign key ("source_id") references "pmi"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pmi"."observation" drop constraint "observation_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_plan" drop constraint "inspection_plan_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection" drop constraint "inspection_source_id_foreign";`);
    this.addSql(`alter table "pmi"."childminder_house" drop constraint "childminder_house_source_id_foreign";`);
    this.addSql(`alter table "pmi"."childcare_facility" drop constraint "childcare_facility_source_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_review" drop constraint "inspection_review_plan_id_foreign";`);
    this.addSql(`alter table "pmi"."inspection_objective" drop constraint "inspection_objective_plan_id_foreign";`);

    this.addSql(`drop table if exists "pmi"."imported_file" cascade;`);
    this.addSql(`drop table if exists "pmi"."source" cascade;`);
    this.addSql(`drop table if exists "pmi"."observation" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_plan" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_review" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection_objective" cascade;`);
    this.addSql(`drop table if exists "pmi"."inspection" cascade;`);
    this.addSql(`drop table if exists "pmi"."childminder_house" cascade;`);
    this.addSql(`drop table if exists "pmi"."childcare_facility" cascade;`);

    this.addSql(`drop schema if exists "pmi";`);
  }

}
