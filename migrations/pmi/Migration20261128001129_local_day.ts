import { Migration } from '@mikro-orm/migrations';

export class Migration20261128001129_local_day extends Migration {

  override name = 'Migration20261128001129_local_day';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "readable" on "pmi"."inspection_review";`);

    this.addSql(`create policy "readable" on "pmi"."inspection_review" for select using (exists (select from "pmi"."inspection_plan" p where p.id = inspection_review.plan_id and (inspection_review.published_on <= (now() at time zone case p.department_code when '971' then 'America/Guadeloupe' when '972' then 'America/Martinique' when '973' then 'America/Cayenne' when '974' then 'Indian/Reunion' when '975' then 'America/Miquelon' when '976' then 'Indian/Mayotte' when '977' then 'America/St_Barthelemy' when '978' then 'America/Marigot' when '984' then 'Indian/Kerguelen' when '986' then 'Pacific/Wallis' when '987' then 'Pacific/Tahiti' when '988' then 'Pacific/Noumea' when '989' then 'Etc/GMT+8' else 'Europe/Paris' end)::date or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', p.department_code))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "readable" on "pmi"."inspection_review";`);

    this.addSql(`create policy "readable" on "pmi"."inspection_review" for select using (exists (select from "pmi"."inspection_plan" p where p.id = plan_id and (published_on <= current_date or jsonb_exists(nullif(current_setting('hub.rights', true), '')::jsonb -> 'plans:unpublished', p.department_code))));`);
  }

}
