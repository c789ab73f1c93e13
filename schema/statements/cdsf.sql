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
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee_id" as "committee", t."position" as "position", t."name" as "name", t."nature" as "nature", t."leadership" as "leadership", t."printed_member_count" as "printedMemberCount", t."frequency" as "frequency", t."role" as "role", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_body" t on t."committee_id" = k.key1
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

-- cdsf.detailsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."scheme_id" as "scheme", t."parent" as "parent", t."position" as "position", t."kind" as "kind", t."label" as "label", t."actor" as "actor"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."scheme_detail" t on t."scheme_id" = k.key1
order by t."position"
) q on true;

-- cdsf.eventsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
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

-- cdsf.schemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."title" as "title", t."start_year" as "startYear", t."end_year" as "endYear", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."transmitted_on" as "transmittedOn", t."printed_facts" as "printedFacts", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_scheme" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.schemesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."title" as "title", t."start_year" as "startYear", t."end_year" as "endYear", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."transmitted_on" as "transmittedOn", t."printed_facts" as "printedFacts", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_scheme" t on t."department" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."startYear"
) q on true;
