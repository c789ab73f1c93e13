import { Migration } from '@mikro-orm/migrations';

export class Migration20261128043931_standing_files extends Migration {

  override name = 'Migration20261128043931_standing_files';

  override up(): void | Promise<void> {
    this.addSql(`alter table "territories"."imported_file" add "ignored" jsonb not null default '{}', add "stands_for" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territories"."imported_file" drop column "ignored", drop column "stands_for";`);
  }

}
