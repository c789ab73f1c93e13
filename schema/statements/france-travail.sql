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

-- france-travail.listedNeeds
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, k.level, k.year, k.occupation, l.*
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "year" int, "occupation" text, "order" text, "includeDemonstration" boolean, "afterValue" double precision, "afterCode" text, "first" int)) with ordinality k("level", "year", "occupation", "order", "includeDemonstration", "afterValue", "afterCode", "first", n)
cross join lateral (
  with need as materialized (
    select case k.level when 'NATION' then case when r.department not like 'ZZ%' then 'FR' end when 'REGION' then r.region when 'DEPARTMENT' then r.department when 'EMPLOYMENT_BASIN' then r.employment_basin end as code, max(r.source_id) as "sourceId", count(*)::int as lines, sum(r.projects)::int as "projectsKnown", count(*) filter (where r.projects is null)::int as "projectsMasked", sum(r.difficult)::int as "difficultKnown", count(*) filter (where r.difficult is null)::int as "difficultMasked", sum(r.seasonal)::int as "seasonalKnown", count(*) filter (where r.seasonal is null)::int as "seasonalMasked",
      case k."order" when 'PROJECTS_DESC' then sum(r.projects) when 'DIFFICULT_SHARE_DESC' then case when count(r.projects) = count(*) and count(r.difficult) = count(*) then sum(r.difficult)::float8 / nullif(sum(r.projects), 0) end end as "orderedBy"
    from "france_travail"."survey_line" r
    where r.year = k.year and r.occupation_fap = k.occupation and case k.level when 'NATION' then case when r.department not like 'ZZ%' then 'FR' end when 'REGION' then r.region when 'DEPARTMENT' then r.department when 'EMPLOYMENT_BASIN' then r.employment_basin end is not null
      and (k."includeDemonstration" or r.department not like 'ZZ%')
    group by 1)
  select t.total, p.* from (select count(*)::int as total from need) t
  left join (
    select * from need
    where k."afterCode" is null or (-coalesce("orderedBy", '-infinity'), code) > (-coalesce(k."afterValue", '-infinity'), k."afterCode")
    order by "orderedBy" desc nulls last, code limit k.first) p on true) l
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q.n, q."orderedBy" desc nulls last, q.code
) q on true;

-- france-travail.needs
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.*, s.*
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "year" int, "occupation" text)) with ordinality k("level", "code", "year", "occupation", n)
cross join lateral (select max(r.source_id) as "sourceId", count(*)::int as lines, sum(r.projects)::int as "projectsKnown", count(*) filter (where r.projects is null)::int as "projectsMasked", sum(r.difficult)::int as "difficultKnown", count(*) filter (where r.difficult is null)::int as "difficultMasked", sum(r.seasonal)::int as "seasonalKnown", count(*) filter (where r.seasonal is null)::int as "seasonalMasked" from "france_travail"."survey_line" r where r.year = k.year and r.occupation_fap = k.occupation and case k.level when 'NATION' then case when r.department not like 'ZZ%' then 'FR' end when 'REGION' then r.region when 'DEPARTMENT' then r.department when 'EMPLOYMENT_BASIN' then r.employment_basin end = k.code) s
where s.lines > 0
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- france-travail.occupations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select k.n as n, t."fap" as "fap", t."label" as "label", t."family_code" as "familyCode", t."family" as "family"
from unnest($1::text[]) with ordinality k(key1, n) join "france_travail"."occupation" t on t."fap" = k.key1
) q on true;

-- france-travail.partsOfNeeds
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, k.year, k.occupation, p.*
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "year" int, "occupation" text, "withinRegion" text)) with ordinality k("level", "code", "year", "occupation", "withinRegion", n)
cross join lateral (
  select case k.level when 'NATION' then 'REGION' when 'REGION' then 'DEPARTMENT' else 'EMPLOYMENT_BASIN' end as level,
    case k.level when 'NATION' then r.region when 'REGION' then r.department else r.employment_basin end as code,
    case when k.level in ('DEPARTMENT', 'EMPLOYMENT_BASIN') then r.department end as "withinDepartment", r.within_region as "withinRegion", max(r.source_id) as "sourceId", count(*)::int as lines, sum(r.projects)::int as "projectsKnown", count(*) filter (where r.projects is null)::int as "projectsMasked", sum(r.difficult)::int as "difficultKnown", count(*) filter (where r.difficult is null)::int as "difficultMasked", sum(r.seasonal)::int as "seasonalKnown", count(*) filter (where r.seasonal is null)::int as "seasonalMasked"
  from (
    select r.*, case when k.level = 'REGION' and exists (
        select from "france_travail"."survey_line" e where e.year = k.year and e.department = r.department and e.region <> k.code) then k.code end as within_region
    from "france_travail"."survey_line" r where r.year = k.year and r.occupation_fap = k.occupation and case k.level when 'NATION' then case when r.department not like 'ZZ%' then 'FR' end when 'REGION' then r.region when 'DEPARTMENT' then r.department when 'EMPLOYMENT_BASIN' then r.employment_basin end = k.code and (k."withinRegion" is null or r.region = k."withinRegion")) r
  group by 1, 2, 3, 4) p
) q left join "france_travail"."source" s on s.id = q."sourceId"
order by q.n, q.code, q."withinDepartment"
) q on true;

-- france-travail.romeCodesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'france_travail') v left join (
select k.n as n, t."fap" as "fap", t."rome" as "rome"
from unnest($1::text[]) with ordinality k(key1, n) join "france_travail"."occupation_rome" t on t."fap" = k.key1
order by t."rome"
) q on true;
