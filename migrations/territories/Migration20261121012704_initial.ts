import { Migration } from '@mikro-orm/migrations';

export class Migration20261121012704_initial extends Migration {

  override name = 'Migration20261121012704_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "territories";`);
    this.addSql(`create table "territories"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "territories"."region" ("code" text not null, "name" text not null, primary key ("code"));`);

    this.addSql(`create table "territories"."department" ("code" text not null, "name" text not null, "kind" text not null, "region_code" text null, primary key ("code"));`);

    this.addSql(`create table "territories"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "vintage" text not null, "licence" text not null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "territories"."source" add constraint "source_publisher_dataset_vintage_file_hash_unique" unique ("publisher", "dataset", "vintage", "file_hash");`);

    this.addSql(`create table "territories"."former_epci" ("code" text not null, "name" text not null, "department_code" text not null, "commune_count" int not null, "total_population" int not null, "source_id" int not null, primary key ("code"));`);

    this.addSql(`create table "territories"."epci" ("siren" text not null, "name" text not null, "legal_form" text not null, "total_population" int not null, "commune_count" int not null, "source_id" int not null, primary key ("siren"));`);

    this.addSql(`create table "territories"."epci_member" ("commune" text not null, "epci_siren" text not null, "total_population" int null, "municipal_population" int null, "source_id" int not null, primary key ("commune"));`);
    this.addSql(`create index "epci_member_epci_siren_index" on "territories"."epci_member" ("epci_siren");`);

    this.addSql(`create table "territories"."commune" ("code" text not null, "name" text not null, "department_code" text not null, "parent_code" text null, "former_codes" text[] not null, "municipal_population" int null, "source_id" int not null, primary key ("code"));`);
    this.addSql(`create index "commune_department_code_index" on "territories"."commune" ("department_code");`);

    this.addSql(`alter table "territories"."former_epci" add constraint "former_epci_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."epci" add constraint "epci_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."epci_member" add constraint "epci_member_epci_siren_foreign" foreign key ("epci_siren") references "territories"."epci" ("siren");`);
    this.addSql(`alter table "territories"."epci_member" add constraint "epci_member_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);

    this.addSql(`alter table "territories"."commune" add constraint "commune_source_id_foreign" foreign key ("source_id") references "territories"."source" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territories"."former_epci" drop constraint "former_epci_source_id_foreign";`);
    this.addSql(`alter table "territories"."epci" drop constraint "epci_source_id_foreign";`);
    this.addSql(`alter table "territories"."epci_member" drop constraint "epci_member_source_id_foreign";`);
    this.addSql(`alter table "territories"."commune" drop constraint "commune_source_id_foreign";`);
    this.addSql(`alter table "territories"."epci_member" drop constraint "epci_member_epci_siren_foreign";`);

    this.addSql(`drop table if exists "territories"."imported_file" cascade;`);
    this.addSql(`drop table if exists "territories"."region" cascade;`);
    this.addSql(`drop table if exists "territories"."department" cascade;`);
    this.addSql(`drop table if exists "territories"."source" cascade;`);
    this.addSql(`drop table if exists "territories"."former_epci" cascade;`);
    this.addSql(`drop table if exists "territories"."epci" cascade;`);
    this.addSql(`drop table if exists "territories"."epci_member" cascade;`);
    this.addSql(`drop table if exists "territories"."commune" cascade;`);

    this.addSql(`drop schema if exists "territories";`);
  }

}
