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

-- msa.programmesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as total from "msa"."rural_programme" t where t."territory" = k.owner) c
left join lateral (select t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId" from "msa"."rural_programme" t
  where t."territory" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- msa.programmesOfAgreement
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."agreement" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q."startOn" desc nulls last, q."id"
) q on true;

-- msa.programmesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as total from "msa"."rural_programme" t where t."department" = k.owner) c
left join lateral (select t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId" from "msa"."rural_programme" t
  where t."department" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- msa.ruralProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."id" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;
