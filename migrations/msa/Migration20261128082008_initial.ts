import { Migration } from '@mikro-orm/migrations';

export class Migration20261128082008_initial extends Migration {

  override name = 'Migration20261128082008_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "msa";`);
    this.addSql(`create table "msa"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "msa"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "vintage" text not null, "licence" text not null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "msa"."source" add constraint "source_publisher_dataset_vintage_file_hash_unique" unique ("publisher", "dataset", "vintage", "file_hash");`);

    this.addSql(`create table "msa"."rural_programme" ("id" text not null, "kind" text not null, "name" text not null, "msa_fund" text not null, "territory" text not null, "department" text not null, "start_on" date not null, "end_on" date null, "budget" double precision null, "agreement" text null, "axes" jsonb not null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "rural_programme_territory_index" on "msa"."rural_programme" ("territory");`);
    this.addSql(`create index "rural_programme_department_index" on "msa"."rural_programme" ("department");`);
    this.addSql(`create index "rural_programme_agreement_index" on "msa"."rural_programme" ("agreement");`);

    this.addSql(`create table "msa"."observation" ("id" bigserial primary key, "measure" text not null, "level" text not null, "code" text not null, "year" int not null, "value" double precision null, "status" text not null, "confidentiality" text not null default 'PUBLIC', "unit" text not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "masked_cells" int null, "notes" text[] not null, "secrecy_rule" text null, "computed_by" text null, "source_id" int null, "recorded_at" timestamptz not null default now());`);
    this.addSql(`create index "observation_measure_level_code_year_recorded_at_index" on "msa"."observation" ("measure", "level", "code", "year", "recorded_at");`);

    this.addSql(`create table "msa"."msa_means" ("department" text not null, "axis" int not null, "position" int not null, "label" text not null, "source_id" int not null, primary key ("department", "axis", "position"));`);

    this.addSql(`create table "msa"."territory_parent" ("level" text not null, "code" text not null, "parent_level" text not null, "parent_code" text not null, primary key ("level", "code", "parent_level"));`);
    this.addSql(`create index "territory_parent_parent_level_parent_code_index" on "msa"."territory_parent" ("parent_level", "parent_code");`);

    this.addSql(`create table "msa"."withheld_value" ("observation" bigint not null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "status" text not null, "notes" text[] not null, "kind" text not null, "guarded" text[] not null, "departments" text[] not null, primary key ("observation"));`);

    this.addSql(`alter table "msa"."rural_programme" add constraint "rural_programme_source_id_foreign" foreign key ("source_id") references "msa"."source" ("id");`);

    this.addSql(`alter table "msa"."observation" add constraint "observation_source_id_foreign" foreign key ("source_id") references "msa"."source" ("id") on delete set null;`);

    this.addSql(`alter table "msa"."msa_means" add constraint "msa_means_source_id_foreign" foreign key ("source_id") references "msa"."source" ("id");`);

    this.addSql(`alter table "msa"."withheld_value" enable row level security;`);
    this.addSql(`create policy "readable" on "msa"."withheld_value" for select using ((cardinality(departments) > 0 and jsonb_exists_all(nullif(current_setting('hub.rights', true), '')::jsonb -> 'observations:withheld', departments)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "msa"."rural_programme" drop constraint "rural_programme_source_id_foreign";`);
    this.addSql(`alter table "msa"."observation" drop constraint "observation_source_id_foreign";`);
    this.addSql(`alter table "msa"."msa_means" drop constraint "msa_means_source_id_foreign";`);

    this.addSql(`drop table if exists "msa"."imported_file" cascade;`);
    this.addSql(`drop table if exists "msa"."source" cascade;`);
    this.addSql(`drop table if exists "msa"."rural_programme" cascade;`);
    this.addSql(`drop table if exists "msa"."observation" cascade;`);
    this.addSql(`drop table if exists "msa"."msa_means" cascade;`);
    this.addSql(`drop table if exists "msa"."territory_parent" cascade;`);
    this.addSql(`drop table if exists "msa"."withheld_value" cascade;`);

    this.addSql(`drop schema if exists "msa";`);
  }

}
