import { Migration } from '@mikro-orm/migrations';

export class Migration20261128182219_initial extends Migration {

  override name = 'Migration20261128182219_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "territories";`);
    this.addSql(`create table "territories"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "territories"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "territories"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`create table "territories"."territory" ("id" text not null, "level" text not null, "code" text not null, "kind" text not null, "name" text not null, "searched_name" text not null, "is_district" boolean not null, "legal_form" text null, "source_id" int not null, primary key ("id"));`);
    this.addSql(`create index "territory_level_code_index" on "territories"."territory" ("level", "code");`);

    this.addSql(`create table "territories"."territory_density" ("territory" text not null, "is_rural" boolean not null, "source_id" int not null, primary key ("territory"));`);

    this.addSql(`create table "territories"."territory_part" ("whole" text not null, "part" text not null, "from_year" int not null, "until_year" int null, "source_id" int not null, primary key ("whole", "part", "from_year"));`);
    this.addSql(`create index "territory_part_part_index" on "territories"."territory_part" ("part");`);

    this.addSql(`create table "territories"."territory_period" ("territory" text not null, "valid_from" date null, "valid_to" date null, primary key ("territory"));`);

    this.addSql(`create table "territories"."territory_population" ("territory" text not null, "in_force_from" date not null, "municipal" int not null, "total" int null, "source_id" int not null, primary key ("territory", "in_force_from"));`);
    this.addSql(`create index "territory_population_in_force_from_index" on "territories"."territory_population" ("in_force_from");`);

    this.addSql(`create table "territories"."territory_succession" ("predecessor" text not null, "successor" text not null, "on_day" date not null, primary key ("predecessor", "successor", "on_day"));`);
    this.addSql(`create index "territory_succession_successor_index" on "territories"."territory_succession" ("successor");`);

    this.addSql(`alter table "territories"."territory" add constraint "territory_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."territory_density" add constraint "territory_density_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."territory_part" add constraint "territory_part_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."territory_population" add constraint "territory_population_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territories"."territory" drop constraint "territory_source_id_foreign";`);
    this.addSql(`alter table "territories"."territory_density" drop constraint "territory_density_source_id_foreign";`);
    this.addSql(`alter table "territories"."territory_part" drop constraint "territory_part_source_id_foreign";`);
    this.addSql(`alter table "territories"."territory_population" drop constraint "territory_population_source_id_foreign";`);

    this.addSql(`drop table if exists "territories"."imported_file" cascade;`);
    this.addSql(`drop table if exists "territories"."source" cascade;`);
    this.addSql(`drop table if exists "territories"."territory" cascade;`);
    this.addSql(`drop table if exists "territories"."territory_density" cascade;`);
    this.addSql(`drop table if exists "territories"."territory_part" cascade;`);
    this.addSql(`drop table if exists "territories"."territory_period" cascade;`);
    this.addSql(`drop table if exists "territories"."territory_population" cascade;`);
    this.addSql(`drop table if exists "territories"."territory_succession" cascade;`);

    this.addSql(`drop schema if exists "territories";`);
  }

}
