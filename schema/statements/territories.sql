-- Printed by `npm run schema`; do not edit.

-- territories.densities
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."territory" as "territory", t."is_rural" as "isRural", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."territory_density" t on t."territory" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.listed
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "within" text, "names" text[], "kinds" text[], "populationAbove" int, "populationAtMost" int, "isRural" boolean, "after" text, "first" int)) with ordinality k("level", "within", "names", "kinds", "populationAbove", "populationAtMost", "isRural", "after", "first", n)
cross join (select max(in_force_from) as day from "territories"."territory_population" where in_force_from <= now()::date) v
cross join lateral (
  with recursive y as (select coalesce((select extract(year from o.valid_to) from "territories"."territory_period" o where o.territory = k.within), extract(year from now()))::int as year),
  down as (
    select k.within as id
    union
    select p.part from down u cross join y join "territories"."territory_part" p on p.whole = u.id and (p.from_year <= y.year and (p.until_year is null or p.until_year >= y.year) or 'FORMER' = any (k.kinds) and exists (
      select from "territories"."territory" f where f.id = p.part and f.kind = 'FORMER'))
    where (u.id = k.within or u.id ~ '^(NATION|REGION|DEPARTMENT|COMMUNE):')),
  inside as (
    select id from down
    union
    select p.whole from down u cross join y cross join lateral (
      select whole from "territories"."territory_part" p where p.part = u.id and (p.from_year <= y.year and (p.until_year is null or p.until_year >= y.year) or 'FORMER' = any (k.kinds) and exists (
      select from "territories"."territory" f where f.id = p.whole and f.kind = 'FORMER')) offset 0) p
    where k.level <> 'COMMUNE'),
  found as materialized (
    select t.id, t.code from "territories"."territory" t where (k.within is null or k.within like 'NATION:%') and t.level = k.level and t.id is distinct from k.within
      and t.kind = any (coalesce(k.kinds, case when split_part(k.within, ':', 2) like 'ZZ%' then array['DEMONSTRATION'] else array['CURRENT'] end))
      and (not t.is_district or k.within like 'COMMUNE:%')
      and (k.names is null or exists (select from unnest(k.names) name where position(name in t.searched_name) > 0))
      and (k."isRural" is null or exists (
        select from "territories"."territory_density" d where d.territory = t.id and d.is_rural = k."isRural"))
      and (coalesce(k."populationAbove", k."populationAtMost") is null or (select coalesce(
        (select p.total from "territories"."territory_population" p where p.territory = t.id and p.in_force_from = v.day),
        (select sum(p.total) from "territories"."territory_part" c
          cross join lateral (select total from "territories"."territory_population" p where p.territory = c.part and p.in_force_from = v.day limit 1) p
          where c.whole = t.id and c.until_year is null)))
        between coalesce(k."populationAbove" + 1::bigint, 0) and coalesce(k."populationAtMost", 2147483647)) and (k.within is null or t.kind in ('CURRENT', 'FORMER'))
    union all
    select t.id, t.code from inside i join "territories"."territory" t using (id) where not (k.within is null or k.within like 'NATION:%') and t.level = k.level and t.id is distinct from k.within
      and t.kind = any (coalesce(k.kinds, case when split_part(k.within, ':', 2) like 'ZZ%' then array['DEMONSTRATION'] else array['CURRENT'] end))
      and (not t.is_district or k.within like 'COMMUNE:%')
      and (k.names is null or exists (select from unnest(k.names) name where position(name in t.searched_name) > 0))
      and (k."isRural" is null or exists (
        select from "territories"."territory_density" d where d.territory = t.id and d.is_rural = k."isRural"))
      and (coalesce(k."populationAbove", k."populationAtMost") is null or (select coalesce(
        (select p.total from "territories"."territory_population" p where p.territory = t.id and p.in_force_from = v.day),
        (select sum(p.total) from "territories"."territory_part" c
          cross join lateral (select total from "territories"."territory_population" p where p.territory = c.part and p.in_force_from = v.day limit 1) p
          where c.whole = t.id and c.until_year is null)))
        between coalesce(k."populationAbove" + 1::bigint, 0) and coalesce(k."populationAtMost", 2147483647)))
  select c.total, r.* from (select count(*)::int as total from found) c
  left join lateral (
    select t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId" from found f join "territories"."territory" t on t.id = f.id
    where k.after is null or f.code > k.after order by f.code limit k.first) r on true) o
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q.code
) q on true;

-- territories.parentsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text, "level" text)) with ordinality k("territory", "level", n)
cross join lateral (select coalesce((select extract(year from o.valid_to) from "territories"."territory_period" o where o.territory = k.territory), extract(year from now()))::int as year, split_part(k.territory, ':', 1) as level) y
cross join lateral (
  with recursive up as (
    select k.territory as id
    union select p.part from "territories"."territory_part" p
      where p.whole = k.territory and (y.level in ('EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'PRIORITY_DISTRICT', 'SECTOR') or exists (
        select from "territories"."territory" s where s.id = k.territory and s.kind = 'STATISTICAL')) and p.from_year <= y.year and (p.until_year is null or p.until_year >= y.year)
    union
    select p.whole from up u join "territories"."territory_part" p on p.part = u.id and p.from_year <= y.year and (p.until_year is null or p.until_year >= y.year)
    where (u.id = k.territory or u.id ~ '^(NATION|REGION|DEPARTMENT|COMMUNE):'))
  select id from up) u
join "territories"."territory" t on t.id = u.id
where t.id <> k.territory and not exists (select from "territories"."territory_part" p where p.whole = k.territory and p.part = t.id) and array_position(array['SECTOR', 'PRIORITY_DISTRICT', 'COMMUNE', 'EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'DEPARTMENT', 'REGION', 'NATION'], t.level) >= array_position(array['SECTOR', 'PRIORITY_DISTRICT', 'COMMUNE', 'EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'DEPARTMENT', 'REGION', 'NATION'], y.level) and (k.level is null or t.level = k.level)
  and (t.kind <> 'STATISTICAL' or y.level = 'DEPARTMENT')
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, array_position(array['SECTOR', 'PRIORITY_DISTRICT', 'COMMUNE', 'EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'DEPARTMENT', 'REGION', 'NATION'], q.level), q.code
) q on true;

-- territories.periods
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select k.n as n, t."territory" as "territory", t."valid_from" as "validFrom", t."valid_to" as "validTo"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."territory_period" t on t."territory" = k.key1
) q on true;

-- territories.populations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, s.*
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text, "onDay" date)) with ordinality k("territory", "onDay", n)
join lateral (select max(in_force_from) as day from "territories"."territory_population" where in_force_from <= k."onDay") v on v.day is not null
cross join lateral (
  with recursive down as (
    select k.territory as id
    union
    select p.part from down d join "territories"."territory_part" p on p.whole = d.id and p.until_year is null and p.part ~ '^(REGION|DEPARTMENT|COMMUNE):'
    where not exists (select from "territories"."territory_population" o where o.territory = d.id and o.in_force_from = v.day)),
  leaf as (
    select d.id, o.* from down d
    left join lateral (
      select territory, municipal, total, source_id from "territories"."territory_population"
      where territory = d.id and in_force_from = v.day limit 1) o on true
    where o.territory is not null or not exists (select from "territories"."territory_part" p where p.whole = d.id and p.until_year is null and p.part ~ '^(REGION|DEPARTMENT|COMMUNE):' offset 0))
  select sum(municipal)::int as municipal, sum(total)::int as total, max(source_id) as "sourceId",
    case when bool_or(id = k.territory) then null else count(total)::int end as parts,
    count(*) filter (where municipal is null)::int as "municipalMissing", count(*) filter (where total is null)::int as "totalMissing"
  from leaf) s
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.predecessorsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select distinct k.n, t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n) join "territories"."territory_succession" s on s.successor = k.territory join "territories"."territory" t on t.id = s.predecessor
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q.code
) q on true;

-- territories.presentOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n)
cross join lateral (
  with recursive later as (
    select k.territory as id
    union
    select s.successor from later l join "territories"."territory" f on f.id = l.id and f.kind = 'FORMER'
    join "territories"."territory_succession" s on s.predecessor = l.id)
  select id from later) l
join "territories"."territory" t on t.id = l.id and t.kind <> 'FORMER'
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q.code
) q on true;

-- territories.successorsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select distinct k.n, t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n) join "territories"."territory_succession" s on s.predecessor = k.territory join "territories"."territory" t on t.id = s.successor
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q.code
) q on true;

-- territories.territories
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."level" as "level", t."code" as "code", t."kind" as "kind", t."name" as "name", t."legal_form" as "legalForm", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."territory" t on t."id" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;
