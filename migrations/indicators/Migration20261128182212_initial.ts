import { Migration } from '@mikro-orm/migrations';

export class Migration20261128182212_initial extends Migration {

  override name = 'Migration20261128182212_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "indicators";`);
    this.addSql(`create table "indicators"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "indicators"."official_label" ("code" text not null, "label" text not null, primary key ("code"));`);

    this.addSql(`create table "indicators"."perimeter_change" ("level" text not null, "code" text not null, "on_day" date not null, "other" text not null, "is_whole" boolean not null, primary key ("level", "code", "on_day", "other"));`);
    this.addSql(`create index "perimeter_change_level_other_index" on "indicators"."perimeter_change" ("level", "other");`);

    this.addSql(`create table "indicators"."published_territory" ("level" text not null, "code" text not null, "kind" text not null, primary key ("level", "code"));`);

    this.addSql(`create table "indicators"."recorded_batch" ("client" text not null, "idempotency_key" text not null, "hash" text not null, "counts" jsonb not null, "recorded_at" timestamptz not null default now(), primary key ("client", "idempotency_key"));`);
    this.addSql(`create index "recorded_batch_recorded_at_index" on "indicators"."recorded_batch" ("recorded_at");`);

    this.addSql(`create table "indicators"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "indicators"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "indicators"."observation" ("id" bigserial primary key, "measure" text not null, "level" text not null, "code" text not null, "year" int not null, "value" double precision null, "status" text not null, "unit" text not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "missing_parts" int null, "notes" text[] not null, "secrecy_rule" text null, "computed_by" text null, "source_id" int null, "recorded_at" timestamptz not null default now(), "edition" date null, "published_on" date null, "perimeter" int null, "establishments" int null, "largest_share" double precision null, "withdrawn_at" timestamptz null);`);
    this.addSql(`create index "observation_source_id_index" on "indicators"."observation" ("source_id");`);
    this.addSql(`create index "observation_measure_level_code_index" on "indicators"."observation" ("measure", "level", "code");`);
    this.addSql(`create index "observation_level_code_year_measure_recorded_at_index" on "indicators"."observation" ("level", "code", "year", "measure", "recorded_at");`);

    this.addSql(`create table "indicators"."indicator" ("code" text not null, "position" int not null, "label" text not null, "unit" text not null, "annex" text not null, "annex_inferred" boolean not null, "producer" text not null, "printed_producer" text not null, "printed_level" text not null, "frequency" text not null, "mandatory" text not null, "mandatory_note" text not null, "has_target" boolean not null, "definition_status" text not null, "confidence" text null, "legal_basis" text not null, "is_additive" boolean not null, "numerator" text null, "denominator" text null, "per" int null, "secrecy_rule" text null, "source_id" int not null, primary key ("code"));`);

    this.addSql(`create table "indicators"."target" ("id" text not null, "department" text not null, "indicator_code" text not null, "horizon" int not null, "value" double precision not null, "baseline_year" int not null, "baseline_value" double precision not null, "set_on" date null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "target_department_index" on "indicators"."target" ("department");`);

    this.addSql(`create table "indicators"."territory_parent" ("level" text not null, "code" text not null, "parent_level" text not null, "from_year" int not null, "parent_code" text not null, "until_year" int null, primary key ("level", "code", "parent_level", "from_year"));`);
    this.addSql(`create index "territory_parent_parent_level_parent_code_index" on "indicators"."territory_parent" ("parent_level", "parent_code");`);

    this.addSql(`create table "indicators"."territory_profile" ("level" text not null, "code" text not null, "population" int null, "is_rural" boolean null, primary key ("level", "code"));`);

    this.addSql(`create table "indicators"."withheld_value" ("observation" bigint not null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "is_given_away_elsewhere" boolean not null, "printed" text null, "status" text not null, "notes" text[] not null, "missing_parts" int null, "computed_by" text null, "establishments" int null, "largest_share" double precision null, "hidden" text[] not null, "departments" text[] not null, primary key ("observation"));`);

    this.addSql(`alter table "indicators"."recorded_batch" enable row level security;`);
    this.addSql(`create policy "readable" on "indicators"."recorded_batch" for select using (false);`);

    this.addSql(`alter table "indicators"."observation" add constraint "observation_source_id_foreign" foreign key ("source_id") references "indicators"."source" ("id") on delete set null;`);

    this.addSql(`alter table "indicators"."indicator" add constraint "indicator_source_id_foreign" foreign key ("source_id") references "indicators"."source" ("id");`);

    this.addSql(`alter table "indicators"."target" add constraint "target_indicator_code_foreign" foreign key ("indicator_code") references "indicators"."indicator" ("code");`);
    this.addSql(`alter table "indicators"."target" add constraint "target_source_id_foreign" foreign key ("source_id") references "indicators"."source" ("id");`);

    this.addSql(`alter table "indicators"."withheld_value" enable row level security;`);
    this.addSql(`create policy "readable" on "indicators"."withheld_value" for select using ((cardinality(departments) > 0 and jsonb_exists_all(nullif(current_setting('hub.rights', true), '')::jsonb -> 'observations:withheld', departments)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "indicators"."observation" drop constraint "observation_source_id_foreign";`);
    this.addSql(`alter table "indicators"."indicator" drop constraint "indicator_source_id_foreign";`);
    this.addSql(`alter table "indicators"."target" drop constraint "target_source_id_foreign";`);
    this.addSql(`alter table "indicators"."target" drop constraint "target_indicator_code_foreign";`);

    this.addSql(`drop table if exists "indicators"."imported_file" cascade;`);
    this.addSql(`drop table if exists "indicators"."official_label" cascade;`);
    this.addSql(`drop table if exists "indicators"."perimeter_change" cascade;`);
    this.addSql(`drop table if exists "indicators"."published_territory" cascade;`);
    this.addSql(`drop table if exists "indicators"."recorded_batch" cascade;`);
    this.addSql(`drop table if exists "indicators"."source" cascade;`);
    this.addSql(`drop table if exists "indicators"."observation" cascade;`);
    this.addSql(`drop table if exists "indicators"."indicator" cascade;`);
    this.addSql(`drop table if exists "indicators"."target" cascade;`);
    this.addSql(`drop table if exists "indicators"."territory_parent" cascade;`);
    this.addSql(`drop table if exists "indicators"."territory_profile" cascade;`);
    this.addSql(`drop table if exists "indicators"."withheld_value" cascade;`);

    this.addSql(`drop schema if exists "indicators";`);
  }

}
