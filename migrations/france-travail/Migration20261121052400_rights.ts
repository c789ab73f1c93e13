import { Migration } from '@mikro-orm/migrations';

export class Migration20261121052400_rights extends Migration {

  override name = 'Migration20261121052400_rights';

  override up(): void | Promise<void> {
    this.addSql(`create table "france_travail"."territory_parent" ("level" text not null, "code" text not null, "parent_level" text not null, "parent_code" text not null, primary key ("level", "code", "parent_level"));`);
    this.addSql(`create index "territory_parent_parent_level_parent_code_index" on "france_travail"."territory_parent" ("parent_level", "parent_code");`);

    this.addSql(`create table "france_travail"."withheld_value" ("observation" bigint not null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "printed" text null, "status" text not null, "notes" text[] not null, "kind" text not null, "guarded" text[] not null, "departments" text[] not null, primary key ("observation"));`);

    this.addSql(`alter table "france_travail"."observation" add "secrecy_rule" text null;`);

    this.addSql(`alter table "france_travail"."withheld_value" enable row level security;`);
    this.addSql(`create policy "readable" on "france_travail"."withheld_value" for select using ((cardinality(departments) > 0 and jsonb_exists_all(nullif(current_setting('hub.rights', true), '')::jsonb -> 'observations:withheld', departments)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "france_travail"."territory_parent" cascade;`);
    this.addSql(`drop table if exists "france_travail"."withheld_value" cascade;`);

    this.addSql(`alter table "france_travail"."observation" drop column "secrecy_rule";`);
  }

}
