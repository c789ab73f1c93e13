-- Printed by `npm run schema`; do not edit.

-- cdsf.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "cdsf_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "cdsf_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- cdsf.actionsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."scheme_id" as "scheme", t."parent" as "parent", t."position" as "position", t."label" as "label", t."calendar" as "calendar", t."leader" as "leader"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."scheme_action" t on t."scheme_id" = k.key1
order by t."position"
) q on true;

-- cdsf.allCommittees
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select 1 as n, t."id" as "id", t."installed_on" as "installedOn"
from "cdsf"."family_services_committee" t
order by t."id"
) q on true;

-- cdsf.axesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."scheme_id" as "scheme", t."number" as "number", t."label" as "label", t."calendar" as "calendar"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."scheme_axis" t on t."scheme_id" = k.key1
order by t."number"
) q on true;

-- cdsf.bodiesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee_id" as "committee", t."position" as "position", t."name" as "name", t."nature" as "nature", t."leadership" as "leadership", t."printed_member_count" as "printedMemberCount", t."frequency" as "frequency", t."role" as "role", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_body" t on t."committee_id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."position"
) q on true;

-- cdsf.catalogue
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select 1 as n, t."code" as "code", t."position" as "position", t."label" as "label", t."unit" as "unit", t."annex" as "annex", t."annex_inferred" as "annexInferred", t."producer" as "producer", t."printed_producer" as "printedProducer", t."printed_level" as "printedLevel", t."frequency" as "frequency", t."mandatory" as "mandatory", t."mandatory_note" as "mandatoryNote", t."has_target" as "hasTarget", t."status" as "status", t."confidence" as "confidence", t."legal_basis" as "legalBasis", t."source_id" as "sourceId"
from "cdsf"."indicator_definition" t
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."position"
) q on true;

-- cdsf.committees
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."installed_on" as "installedOn"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_committee" t on t."id" = k.key1
) q on true;

-- cdsf.deadlineRulesFor
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n, r."code" as "code", r."label" as "label", r."owner" as "owner", r."legal_basis" as "legalBasis", r."anchor" as "anchor", r."in_force_from" as "inForceFrom", r."month_day" as "monthDay", r."months" as "months", m.milestones
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text)) with ordinality k("department", n)
cross join "cdsf"."deadline_rule" r
cross join lateral (
  select coalesce(json_agg(json_build_object('year', m.year, 'doneOn', m.done_on)), '[]') as milestones
  from "cdsf"."milestone" m where m.rule = r.code and m.department = k.department) m
order by k.n, r.code
) q on true;

-- cdsf.definitions
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."code" as "code", t."position" as "position", t."label" as "label", t."unit" as "unit", t."annex" as "annex", t."annex_inferred" as "annexInferred", t."producer" as "producer", t."printed_producer" as "printedProducer", t."printed_level" as "printedLevel", t."frequency" as "frequency", t."mandatory" as "mandatory", t."mandatory_note" as "mandatoryNote", t."has_target" as "hasTarget", t."status" as "status", t."confidence" as "confidence", t."legal_basis" as "legalBasis", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."indicator_definition" t on t."code" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.departmentsOfObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n, array(
    select o.code where o.level = 'DEPARTMENT' and exists (
      select from "cdsf"."territory_parent" where level = o.level and code = o.code or parent_level = o.level and parent_code = o.code)
    union select code from "cdsf"."territory_parent" where o.level = 'REGION' and parent_level = 'REGION' and parent_code = o.code
    union select parent_code from "cdsf"."territory_parent" where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select o.code where o.level = 'COMMUNE'
      union select parent_code from "cdsf"."territory_parent" where level = o.level and code = o.code and parent_level = 'COMMUNE'
      union select code from "cdsf"."territory_parent" where o.level = 'EPCI' and parent_level = 'EPCI' and parent_code = o.code)) as departments
from rows from (jsonb_to_recordset($1::jsonb) as ("id" bigint)) with ordinality k("id", n) join "cdsf"."observation" o on o.id = k.id
) q on true;

-- cdsf.detailsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."scheme_id" as "scheme", t."parent" as "parent", t."position" as "position", t."kind" as "kind", t."label" as "label", t."actor" as "actor"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."scheme_detail" t on t."scheme_id" = k.key1
order by t."position"
) q on true;

-- cdsf.eventsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee_id" as "committee", t."position" as "position", t."printed_date" as "printedDate", t."label" as "label", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_event" t on t."committee_id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."position"
) q on true;

-- cdsf.membersOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."body_id" as "body", t."position" as "position", t."label" as "label", t."capacity" as "capacity"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_member" t on t."body_id" = k.key1
order by t."position"
) q on true;

-- cdsf.objectivesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."scheme_id" as "scheme", t."axis" as "axis", t."position" as "position", t."code" as "code", t."label" as "label", t."calendar" as "calendar"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."scheme_objective" t on t."scheme_id" = k.key1
order by t."position"
) q on true;

-- cdsf.officialLabels
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."code" as "code", t."label" as "label"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."official_label" t on t."code" = k.key1
) q on true;

-- cdsf.recordedObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n)
cross join lateral (
  select o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "cdsf"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
    and (k."asOf" is null or date_trunc('milliseconds', o.recorded_at) <= k."asOf")
  order by o.recorded_at desc, o.id desc limit 1) o
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.recordedSeries
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int)) with ordinality k("measure", "level", "code", "year", n)
cross join lateral (
  select distinct on (o.year) o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "cdsf"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
  order by o.year desc, o.recorded_at desc, o.id desc) o
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q.year desc
) q on true;

-- cdsf.schemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."title" as "title", t."start_year" as "startYear", t."end_year" as "endYear", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."transmitted_on" as "transmittedOn", t."printed_facts" as "printedFacts", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_scheme" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.schemesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."title" as "title", t."start_year" as "startYear", t."end_year" as "endYear", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."transmitted_on" as "transmittedOn", t."printed_facts" as "printedFacts", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_scheme" t on t."department" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."startYear"
) q on true;

-- cdsf.targets
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."definition_code" as "definition", t."horizon" as "horizon", t."value" as "value", t."baseline_year" as "baselineYear", t."baseline_value" as "baselineValue", t."set_on" as "setOn", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."indicator_target" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.territoriesOfLevel
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."level" as "level", t."code" as "code"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."indicator_territory" t on t."level" = k.key1
order by t."code"
) q on true;

-- cdsf.withheldValues
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."observation" as "observation", t."value" as "value", t."numerator" as "numerator", t."denominator" as "denominator", t."printed" as "printed", t."status" as "status", t."notes" as "notes", t."kind" as "kind", t."guarded" as "guarded", t."departments" as "departments"
from unnest($1::bigint[]) with ordinality k(key1, n) join "cdsf"."withheld_value" t on t."observation" = k.key1
) q on true;
