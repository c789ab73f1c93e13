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

-- msa.departmentsOfObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select k.n, array(
    select o.code where o.level = 'DEPARTMENT' and exists (
      select from "msa"."territory_parent" where level = o.level and code = o.code or parent_level = o.level and parent_code = o.code)
    union select code from "msa"."territory_parent" where o.level = 'REGION' and parent_level = 'REGION' and parent_code = o.code
    union select parent_code from "msa"."territory_parent" where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select o.code where o.level = 'COMMUNE'
      union select parent_code from "msa"."territory_parent" where level = o.level and code = o.code and parent_level = 'COMMUNE'
      union select code from "msa"."territory_parent" where o.level = 'EPCI' and parent_level = 'EPCI' and parent_code = o.code)) as departments
from rows from (jsonb_to_recordset($1::jsonb) as ("id" bigint)) with ordinality k("id", n) join "msa"."observation" o on o.id = k.id
) q on true;

-- msa.knownProgrammesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "msa"."rural_programme" t on t."territory" = k.owner
group by k.n
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.knownProgrammesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "msa"."rural_programme" t on t."department" = k.owner
group by k.n
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.meansOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."department" as "department", t."axis" as "axis", t."position" as "position", t."label" as "label", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."msa_means" t on t."department" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q."axis", q."position"
) q on true;

-- msa.programmesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
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
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."agreement" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q."startOn" desc nulls last, q."id"
) q on true;

-- msa.programmesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as total from "msa"."rural_programme" t where t."department" = k.owner) c
left join lateral (select t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId" from "msa"."rural_programme" t
  where t."department" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- msa.recordedObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n)
cross join lateral (
  select o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "msa"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
    and (k."asOf" is null or date_trunc('milliseconds', o.recorded_at) <= k."asOf")
  order by o.recorded_at desc, o.id desc limit 1) o
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.recordedSeries
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int)) with ordinality k("measure", "level", "code", "year", n)
cross join lateral (
  select distinct on (o.year) o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "msa"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
  order by o.year desc, o.recorded_at desc, o.id desc) o
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n, q.year desc
) q on true;

-- msa.ruralProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."name" as "name", t."msa_fund" as "msaFund", t."territory" as "territory", t."department" as "department", t."start_on" as "startOn", t."end_on" as "endOn", t."budget" as "budget", t."agreement" as "agreement", t."axes" as "axes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "msa"."rural_programme" t on t."id" = k.key1
) q left join "msa"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- msa.withheldValues
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'msa') v left join (
select k.n as n, t."observation" as "observation", t."value" as "value", t."numerator" as "numerator", t."denominator" as "denominator", t."printed" as "printed", t."status" as "status", t."notes" as "notes", t."kind" as "kind", t."guarded" as "guarded", t."departments" as "departments"
from unnest($1::bigint[]) with ordinality k(key1, n) join "msa"."withheld_value" t on t."observation" = k.key1
) q on true;
