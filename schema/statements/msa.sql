-- Printed by `npm run schema`; do not edit.

-- msa.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "msa_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "msa_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- msa.knownProgrammesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "msa"."rural_programme" t on t."territory" = k.owner
group by k.n
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.knownProgrammesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "msa"."rural_programme" t on t."department" = k.owner
group by k.n
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.meansOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."department" as "department", t."axis" as "axis", t."position" as "position", t."label" as "label", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."msa_means" t on t."department" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q."axis", q."position"
) q on true;

-- msa.plans
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select k.n, axes.axes, objectives.objectives, actions.actions, details.details, progress.progress
from rows from (jsonb_to_recordset($1::jsonb) as ("programme" text)) with ordinality k("programme", n)
cross join lateral (select coalesce(json_agg(r order by r.number), '[]') as axes
  from (select t."id" as "id", t."programme" as "programme", t."number" as "number", t."label" as "label", t."printed_calendar" as "printedCalendar" from "msa"."axis" t where t."programme" = k.programme) r) axes
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as objectives
  from (select t."id" as "id", t."programme" as "programme", t."axis" as "axis", t."position" as "position", t."code" as "code", t."label" as "label", t."printed_calendar" as "printedCalendar" from "msa"."objective" t where t."programme" = k.programme) r) objectives
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as actions
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."label" as "label", t."pilot" as "pilot", t."printed_pilot" as "printedPilot", t."start_on" as "startOn", t."end_on" as "endOn", t."printed_calendar" as "printedCalendar" from "msa"."action" t where t."programme" = k.programme) r) actions
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as details
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."kind" as "kind", t."label" as "label", t."party" as "party", t."indicator" as "indicator" from "msa"."detail" t where t."programme" = k.programme) r) details
cross join lateral (select coalesce(json_agg(r order by r."on" desc, r.action), '[]') as progress
  from (select t."action" as "action", t."on" as "on", t."programme" as "programme", t."state" as "state", t."by" as "by" from "msa"."action_progress" t where t."programme" = k.programme) r) progress
) q on true;

-- msa.programmesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "msa"."rural_programme" t where t."territory" = k.owner) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."budget" as "budget", t."agreement" as "agreement", t."lines" as "lines" from "msa"."rural_programme" t
  where t."territory" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- msa.programmesOfAgreement
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."budget" as "budget", t."agreement" as "agreement", t."lines" as "lines"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."agreement" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q."startOn" desc nulls last, q."id"
) q on true;

-- msa.programmesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "msa"."rural_programme" t where t."department" = k.owner) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."budget" as "budget", t."agreement" as "agreement", t."lines" as "lines" from "msa"."rural_programme" t
  where t."department" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- msa.ruralProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."budget" as "budget", t."agreement" as "agreement", t."lines" as "lines"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."id" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;
