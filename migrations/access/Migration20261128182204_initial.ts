import { Migration } from '@mikro-orm/migrations';

export class Migration20261128182204_initial extends Migration {

  override name = 'Migration20261128182204_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "access";`);
    this.addSql(`create table "access"."client" ("id" text not null, "organisation" text not null, "kind" text not null, "keys" jsonb not null, "contact" text not null, primary key ("id"));`);

    this.addSql(`create table "access"."habilitation" ("id" text not null, "client_id" text not null, "asked_scopes" text[] not null, "scopes" text[] not null, "departments" text[] not null, "partner" text null, "purpose" text not null, "legal_basis" text not null, "asked_on" date not null, "decided_on" date not null, "decided_by" text not null, "valid_from" date not null, "valid_to" date not null, "revoked_on" date null, primary key ("id"));`);
    this.addSql(`create index "habilitation_client_id_index" on "access"."habilitation" ("client_id");`);

    this.addSql(`create table "access"."imported_file" ("dataset" text not null, "hash" text not null, "file_name" text not null, "rows" int not null, "ignored" jsonb not null default '{}', "stands_for" text null, "published_on" date null, "withdrawn_at" timestamptz null, "imported_at" timestamptz not null, primary key ("dataset", "hash"));`);

    this.addSql(`create table "access"."source" ("id" serial primary key, "publisher" text not null, "dataset" text not null, "printed_vintage" text not null, "period_start" date null, "period_end" date null, "edition" date null, "published_on" date null, "rounded_to" int null, "licence" text null, "file_hash" text not null, "received_on" date not null, "demonstration" boolean not null);`);
    this.addSql(`alter table "access"."source" add constraint "source_publisher_dataset_printed_vintage_file_hash_unique" unique ("publisher", "dataset", "printed_vintage", "file_hash");`);

    this.addSql(`alter table "access"."habilitation" add constraint "habilitation_client_id_foreign" foreign key ("client_id") references "access"."client" ("id");`);
    this.addSql(`create or replace function "access"."habilitation_revocation_stands_fn"() returns trigger as \$\$ begin raise exception using errcode = 'check_violation', message = format('L''habilitation « %s » est révoquée au %s, et une révocation ne se lève pas : accordez-en une nouvelle, sous un autre identifiant.', old.id, old.revoked_on); end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "revocation_stands" BEFORE UPDATE on "access"."habilitation" for each ROW
  when (old.revoked_on < coalesce(new.revoked_on, 'infinity')) execute function "access"."habilitation_revocation_stands_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "access"."habilitation" drop constraint "habilitation_client_id_foreign";`);

    this.addSql(`drop table if exists "access"."client" cascade;`);
    this.addSql(`drop trigger if exists "revocation_stands" on "access"."habilitation";`);
    this.addSql(`drop function if exists "access"."habilitation_revocation_stands_fn"();`);
    this.addSql(`drop table if exists "access"."habilitation" cascade;`);
    this.addSql(`drop table if exists "access"."imported_file" cascade;`);
    this.addSql(`drop table if exists "access"."source" cascade;`);

    this.addSql(`drop schema if exists "access";`);
  }

}
