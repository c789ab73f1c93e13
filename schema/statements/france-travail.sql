-- Printed by `npm run schema`; do not edit.

-- france-travail.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "france_travail_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "france_travail_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- france-travail.basinSums
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(r.source_id) as "sourceId",
  sum(r.projects)::int as projects, count(*) filter (where r.projects is null)::int as "projectsMasked",
  sum(r.difficult)::int as difficult, count(*) filter (where r.difficult is null)::int as "difficultMasked",
  sum(r.seasonal)::int as seasonal, count(*) filter (where r.seasonal is null)::int as "seasonalMasked"
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "year" int, "occupation" text)) with ordinality k("department", "year", "occupation", n)
join "france_travail"."recruitment_need" r on r.department = k.department and r.year = k.year and r.occupation_fap = k.occupation
group by k.n
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- france-travail.needsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."year" as "year", t."occupation_fap" as "occupation", t."employment_basin" as "employmentBasin", t."department" as "department", t."projects" as "projects", t."difficult" as "difficult", t."seasonal" as "seasonal", t."source_id" as "sourceId"
from unnest($1::text[], $2::int[], $3::text[]) with ordinality k(key1, key2, key3, n) join "france_travail"."recruitment_need" t on t."department" = k.key1 and t."year" = k.key2 and t."occupation_fap" = k.key3
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q."employmentBasin"
) q on true;

-- france-travail.needsOfOccupation
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("year" int, "occupation" text, "basin" text, "department" text, "first" int)) with ordinality k("year", "occupation", "basin", "department", "first", n)
cross join lateral (
  select count(*)::int as total from "france_travail"."recruitment_need" r where r.year = k.year and r.occupation_fap = k.occupation) c
left join lateral (
  select r."year" as "year", r."occupation_fap" as "occupation", r."employment_basin" as "employmentBasin", r."department" as "department", r."projects" as "projects", r."difficult" as "difficult", r."seasonal" as "seasonal", r."source_id" as "sourceId" from "france_travail"."recruitment_need" r
  where r.year = k.year and r.occupation_fap = k.occupation and (r.employment_basin, r.department) > (k.basin, k.department)
  order by r.employment_basin, r.department limit k.first) r on true
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q.n, q."employmentBasin", q.department
) q on true;

-- france-travail.occupations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select k.n as n, t."fap" as "fap", t."label" as "label", t."family_code" as "familyCode", t."family" as "family"
from unnest($1::text[]) with ordinality k(key1, n) join "france_travail"."occupation" t on t."fap" = k.key1
) q on true;
