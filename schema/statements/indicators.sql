-- Printed by `npm run schema`; do not edit.

-- indicators.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "indicators_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "indicators_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- indicators.availabilityOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, a.level, a.year, a.transmitted,
  a.others + (select count(*)::int from "indicators"."published_territory" p where p.level = a.level and p.kind = 'CURRENT') as of
from rows from (jsonb_to_recordset($1::jsonb) as ("indicator" text)) with ordinality k("indicator", n)
cross join lateral (
  select o.level, o.year, count(*) filter (where o.value is not null)::int as transmitted,
    count(*) filter (where not o."isPublished")::int as others from (
    select distinct on (t.level, t.code, t.year) t.level, t.code, t.year, t.value, p.code is not null as "isPublished"
    from "indicators"."observation" t left join "indicators"."published_territory" p on p.level = t.level and p.code = t.code
    where t.measure = k.indicator and t.withdrawn_at is null and not (t.level in ('DEPARTMENT', 'COMMUNE') and t.code ~ '^(97[578]|98)') and t.code not like 'ZZ%' and coalesce(p.kind, 'CURRENT') = 'CURRENT'
    order by t.level, t.code, t.year, coalesce(t.edition, (t.recorded_at at time zone 'Europe/Paris')::date) desc, t.recorded_at desc, t.id desc) o
  group by o.level, o.year) a
where a.transmitted > 0
order by k.n, a.level, a.year
) q on true;

-- indicators.catalogue
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select 1 as n, t."code" as "code", t."position" as "position", t."label" as "label", t."unit" as "unit", t."annex" as "annex", t."annex_inferred" as "annexInferred", t."producer" as "producer", t."printed_producer" as "printedProducer", t."printed_level" as "printedLevel", t."frequency" as "frequency", t."mandatory" as "mandatory", t."mandatory_note" as "mandatoryNote", t."has_target" as "hasTarget", t."definition_status" as "definitionStatus", t."confidence" as "confidence", t."legal_basis" as "legalBasis", t."is_additive" as "isAdditive", t."numerator" as "numerator", t."denominator" as "denominator", t."per" as "per", t."secrecy_rule" as "secrecyRule", t."source_id" as "sourceId"
from "indicators"."indicator" t
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q."position"
) q on true;

-- indicators.departmentsOfObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, array(
    select o.code where o.level = 'DEPARTMENT' and exists (
      select from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where level = o.level and code = o.code or parent_level = o.level and parent_code = o.code)
    union select code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where o.level = 'REGION' and parent_level = 'REGION' and parent_code = o.code
    union select code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where o.level = 'NATION' and level = 'DEPARTMENT' and parent_level = 'REGION' and code not like 'ZZ%'
    union select parent_code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select o.code where o.level = 'COMMUNE'
      union select parent_code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where level = o.level and code = o.code and parent_level = 'COMMUNE'
      union select code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= o.year and (tie.until_year is null or tie.until_year >= o.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= o.year and (past.until_year is null or past.until_year >= o.year)))) p where o.level = 'EPCI' and parent_level = 'EPCI' and parent_code = o.code)) as departments
from rows from (jsonb_to_recordset($1::jsonb) as ("id" bigint)) with ordinality k("id", n) join "indicators"."observation" o on o.id = k.id
) q on true;

-- indicators.earlierNumbers
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, e.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz, "since" int, "isAdditive" boolean)) with ordinality k("measure", "level", "code", "year", "asOf", "since", "isAdditive", n)
cross join lateral (
  with recursive counted as materialized (
    select least(b, a) as first, greatest(b, a) as last from (select coalesce((select perimeter from (
    select o.perimeter from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.since
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o), k.since) as b, coalesce((select perimeter from (
    select o.perimeter from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o), k.year) as a) y),
  change as (
    select c.other, c.is_whole, c.on_day from "indicators"."perimeter_change" c where c.level = k.level and c.code = k.code and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)
    union
    select c.other, c.is_whole, c.on_day from change g join "indicators"."perimeter_change" c
      on c.level = k.level and c.code = g.other and c.on_day <= g.on_day and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)),
  joined as (select other, bool_and(is_whole) as is_whole from change group by other),
  part as (
    select j.is_whole, o.value from joined j left join lateral (
    select o.value from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = j.other and o.year = k.since
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o on true
    where k."isAdditive" and k.since < k.year),
  part_sum as (select count(*) > 0 and count(value) = count(*) and bool_and(is_whole) as is_known, sum(value) as value from part),
  own as (
    select (select value from (
    select o.value from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.since
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o) as value,
      exists (select from "indicators"."perimeter_change" c where c.level = k.level and c.other = k.code and c.is_whole and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)) as is_gone)
  select case when c.comparability = 'SUM_OF_PARTS' then own.value + part_sum.value else own.value end as value, c.comparability
  from own cross join part_sum cross join lateral (select case
    when coalesce((select first from counted) < case k.level when 'NATION' then 0 when 'REGION' then 0 when 'DEPARTMENT' then 0 when 'COMMUNE' then 1943 when 'EPCI' then 2021 end, true) then 'NOT_COMPARABLE'
    when not own.is_gone and not exists (select from joined) then 'COMPARABLE'
    when not own.is_gone and part_sum.is_known and own.value is not null then 'SUM_OF_PARTS'
    else 'PERIMETER_CHANGED' end as comparability) c) e
) q on true;

-- indicators.indicators
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."code" as "code", t."position" as "position", t."label" as "label", t."unit" as "unit", t."annex" as "annex", t."annex_inferred" as "annexInferred", t."producer" as "producer", t."printed_producer" as "printedProducer", t."printed_level" as "printedLevel", t."frequency" as "frequency", t."mandatory" as "mandatory", t."mandatory_note" as "mandatoryNote", t."has_target" as "hasTarget", t."definition_status" as "definitionStatus", t."confidence" as "confidence", t."legal_basis" as "legalBasis", t."is_additive" as "isAdditive", t."numerator" as "numerator", t."denominator" as "denominator", t."per" as "per", t."secrecy_rule" as "secrecyRule", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "indicators"."indicator" t on t."code" = k.key1
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- indicators.knownTerritory
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, k.code
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text)) with ordinality k("level", "code", n)
where k.level = 'NATION' and k.code = 'FR'
  or k.level <> 'NATION' and (exists (select from "indicators"."territory_parent" p where p.level = k.level and p.code = k.code)
    or exists (select from "indicators"."territory_parent" p where p.parent_level = k.level and p.parent_code = k.code)
    or exists (select from "indicators"."observation" o where o.level = k.level and o.code = k.code))
) q on true;

-- indicators.listedValues
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, l.*
from rows from (jsonb_to_recordset($1::jsonb) as ("indicator" text, "isAdditive" boolean, "level" text, "withinLevel" text, "withinCode" text, "years" int[], "since" int, "below" double precision, "above" double precision, "changeBelow" double precision, "changeAbove" double precision, "statuses" text[], "populationAbove" int, "populationAtMost" int, "isRural" boolean, "order" text, "includeDemonstration" boolean, "afterKey" double precision, "afterCode" text, "afterYear" int, "first" int)) with ordinality k("indicator", "isAdditive", "level", "withinLevel", "withinCode", "years", "since", "below", "above", "changeBelow", "changeAbove", "statuses", "populationAbove", "populationAtMost", "isRural", "order", "includeDemonstration", "afterKey", "afterCode", "afterYear", "first", n)
cross join lateral (
  with recursive inside as (
    select k."withinLevel" as level, k."withinCode" as code, 0 as from_year, 9999 as until_year
    union
    select p.level, p.code, greatest(i.from_year, p.from_year), least(i.until_year, coalesce(p.until_year, 9999))
    from inside i join "indicators"."territory_parent" p on p.parent_level = i.level and p.parent_code = i.code
    where not (k.level = 'DEPARTMENT' and k."withinLevel" = 'REGION' and i.level = 'DEPARTMENT')), -- no commune is asked for
  reached as (
    select * from inside
    union
    select p.parent_level, p.parent_code, greatest(i.from_year, p.from_year), least(i.until_year, coalesce(p.until_year, 9999))
    from inside i join "indicators"."territory_parent" p on p.level = i.level and p.code = i.code),
  place as (
    select code, "isPublished" from (
      select code, kind, true as "isPublished" from "indicators"."published_territory" where level = k.level
      union
      select distinct code, case when code like 'ZZ%' then 'DEMONSTRATION' else 'CURRENT' end, false from "indicators"."observation" o
        where o.measure = k.indicator and o.level = k.level and o.withdrawn_at is null
          and not (o.level in ('DEPARTMENT', 'COMMUNE') and o.code ~ '^(97[578]|98)')
          and not exists (select from "indicators"."published_territory" p where p.level = o.level and p.code = o.code)) t
    where (t.kind = 'CURRENT' or t.kind = 'DEMONSTRATION' and k."includeDemonstration")
      and (k."isRural" is null or exists (
        select from "indicators"."territory_profile" f where f.level = k.level and f.code = t.code and f.is_rural = k."isRural"))
      and (coalesce(k."populationAbove", k."populationAtMost") is null or coalesce(
        (select f.population from "indicators"."territory_profile" f where f.level = k.level and f.code = t.code),
        (select sum(f.population) from "indicators"."territory_parent" p join "indicators"."territory_profile" f on f.level = p.level and f.code = p.code
          where p.parent_level = k.level and p.parent_code = t.code and p.until_year is null))
        between coalesce(k."populationAbove" + 1::bigint, 0) and coalesce(k."populationAtMost", 2147483647))),
  spot as (
    select p.*, y.year from place p cross join unnest(k.years) y(year) where k."withinCode" is null or k."withinLevel" = 'NATION'
    union
    select p.*, y.year from reached r join place p using (code) join unnest(k.years) y(year) on y.year between r.from_year and r.until_year
      where r.level = k.level and k."withinLevel" <> 'NATION'
    union
    -- a commune that is gone has the code of its department still
    select p.*, y.year from inside i join place p on i.code = left(p.code, case when p.code ~ '^9[78]' then 3 else 2 end) cross join unnest(k.years) y(year)
      where i.level = 'DEPARTMENT' and k.level = 'COMMUNE' and not p."isPublished" and k."withinLevel" <> 'NATION'),
  cell as materialized (
    select s.code, s.year, s."isPublished", o.value, o.numerator, o.denominator, o.missing_parts, coalesce(o.status, 'NOT_TRANSMITTED') as status, e.change
    from spot s
    left join lateral (
    select o.value, o.numerator, o.denominator, o.missing_parts, o.status from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = s.code and o.year = s.year
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o on true
    left join lateral (
      select case when comparability in ('COMPARABLE', 'SUM_OF_PARTS') then round((o.value - e.value)::numeric, 10)::double precision end as change
      from (
  with recursive counted as materialized (
    select least(b, a) as first, greatest(b, a) as last from (select coalesce((select perimeter from (
    select o.perimeter from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = s.code and o.year = k.since
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o), k.since) as b, coalesce((select perimeter from (
    select o.perimeter from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = s.code and o.year = s.year
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o), s.year) as a) y),
  change as (
    select c.other, c.is_whole, c.on_day from "indicators"."perimeter_change" c where c.level = k.level and c.code = s.code and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)
    union
    select c.other, c.is_whole, c.on_day from change g join "indicators"."perimeter_change" c
      on c.level = k.level and c.code = g.other and c.on_day <= g.on_day and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)),
  joined as (select other, bool_and(is_whole) as is_whole from change group by other),
  part as (
    select j.is_whole, o.value from joined j left join lateral (
    select o.value from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = j.other and o.year = k.since
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o on true
    where k."isAdditive" and k.since < s.year),
  part_sum as (select count(*) > 0 and count(value) = count(*) and bool_and(is_whole) as is_known, sum(value) as value from part),
  own as (
    select (select value from (
    select o.value from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = s.code and o.year = k.since
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o) as value,
      exists (select from "indicators"."perimeter_change" c where c.level = k.level and c.other = s.code and c.is_whole and extract(year from c.on_day) > (select first from counted) and extract(year from c.on_day) <= (select last from counted)) as is_gone)
  select case when c.comparability = 'SUM_OF_PARTS' then own.value + part_sum.value else own.value end as value, c.comparability
  from own cross join part_sum cross join lateral (select case
    when coalesce((select first from counted) < case k.level when 'NATION' then 0 when 'REGION' then 0 when 'DEPARTMENT' then 0 when 'COMMUNE' then 1943 when 'EPCI' then 2021 end, true) then 'NOT_COMPARABLE'
    when not own.is_gone and not exists (select from joined) then 'COMPARABLE'
    when not own.is_gone and part_sum.is_known and own.value is not null then 'SUM_OF_PARTS'
    else 'PERIMETER_CHANGED' end as comparability) c) e
      where k.since is not null and o.value is not null) e on true
    where s."isPublished" or o.status is not null),
  wanted as (
    select *, case when k."order" like 'VALUE%' then value when k."order" like 'CHANGE%' then change end as key
    from cell
    where (k.below is null or value < k.below) and (k.above is null or value > k.above)
      and (k."changeBelow" is null or change < k."changeBelow") and (k."changeAbove" is null or change > k."changeAbove")
      and (k.statuses is null or status = any (k.statuses))),
  tie as (
    select * from (select p.code as part, p.parent_code as whole from "indicators"."territory_parent" p
        where p.level = 'DEPARTMENT' and p.parent_level = 'DEPARTMENT' and p.until_year is null and k.level = 'DEPARTMENT' union all select p.code as part, p.parent_code as whole from "indicators"."territory_parent" p
        where p.level = 'COMMUNE' and p.parent_level = 'COMMUNE' and p.until_year is null and k.level = 'COMMUNE') p
    where cardinality(k.years) = 1 and (p.part in (select code from wanted) or p.whole in (select code from wanted))),
  tied as (
    select t.code, tie.whole, w.code is not null as "isListed", o.*
    from (select part as code from tie union select whole from tie) t left join tie on tie.part = t.code left join wanted w on w.code = t.code
    left join lateral (
    select o.value, o.status, o.missing_parts as "missingParts", o.numerator, o.denominator from "indicators"."observation" o
    where o.measure = k.indicator and o.level = k.level and o.code = t.code and o.year = k.years[1]
      and o.withdrawn_at is null
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o on true),
  totals as (
    select count(*)::int as total, count(value)::int as transmitted, count(*) filter (where status = 'SUPPRESSED')::int as suppressed,
      count(*) filter (where status = 'NOT_APPLICABLE')::int as "notApplicable",
      percentile_cont(0.5) within group (order by value) as median
    from wanted),
  summed as (
    select json_build_object('value', coalesce(sum(value), 0), 'known', count(value), 'missing', coalesce(sum(coalesce(missing_parts, case when value is null then 1 end)) filter (where status <> 'NOT_APPLICABLE'), 0),
      'isBound', coalesce(bool_or(status = 'LOWER_BOUND'), false), 'isProvisional', coalesce(bool_or(status in ('PROVISIONAL', 'ESTIMATED')), false),
      'numerator', coalesce(sum(numerator) filter (where value is not null and numerator is not null and denominator is not null), 0), 'denominator', coalesce(sum(denominator) filter (where value is not null and numerator is not null and denominator is not null), 0),
      'withMargins', count(*) filter (where value is not null and numerator is not null and denominator is not null)) as sum
    from wanted where code not in (select code from tied)
      -- what an EPCI that is gone counts, those in its place count too
      and not (k.level = 'EPCI' and not "isPublished" and exists (select from wanted w where w."isPublished" and w.value is not null))),
  page as (
    select code, year, key, case when k."order" like '%ASC' then coalesce(key, 'infinity') when k."order" like '%DESC' then -coalesce(key, '-infinity') else 0 end as rank from wanted
    where k."afterCode" is null or (case when k."order" like '%ASC' then coalesce(key, 'infinity') when k."order" like '%DESC' then -coalesce(key, '-infinity') else 0 end, code, year) > (case when k."order" like '%ASC' then coalesce(k."afterKey", 'infinity') when k."order" like '%DESC' then -coalesce(k."afterKey", '-infinity') else 0 end, k."afterCode", k."afterYear")
    order by rank, code, year limit k.first)
  select t.*, s.sum, p.*, case when row_number() over (order by p.rank, p.code, p.year) = 1 then (select json_agg(tied) from tied) end as tied
  from totals t cross join summed s left join page p on true) l
order by k.n, l.rank, l.code, l.year
) q on true;

-- indicators.medians
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, m.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "year", "asOf", n)
cross join lateral (
  select percentile_cont(0.5) within group (order by value) as median, count(*)::int as of from (
    select p.code, o.value from (
      select code from "indicators"."published_territory" where level = k.level and kind = 'CURRENT'
      union
      select n.code from "indicators"."observation" n where n.measure = k.measure and n.level = k.level and n.year = k.year
        and n.code not like 'ZZ%' and not (n.level in ('DEPARTMENT', 'COMMUNE') and n.code ~ '^(97[578]|98)')
        and not exists (select from "indicators"."published_territory" q where q.level = n.level and q.code = n.code)
        and exists (select from "indicators"."territory_parent" t where t.until_year is null
          and (t.level = n.level and t.code = n.code or t.parent_level = n.level and t.parent_code = n.code))) p
    cross join lateral (
    select o.value from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = p.code and o.year = k.year
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o
    where o.value is not null) v) m
) q on true;

-- indicators.observations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."measure" as "measure", t."level" as "level", t."code" as "code", t."year" as "year", t."value" as "value", t."status" as "status", t."unit" as "unit", t."numerator" as "numerator", t."denominator" as "denominator", t."printed" as "printed", t."missing_parts" as "missingParts", t."notes" as "notes", t."secrecy_rule" as "secrecyRule", t."computed_by" as "computedBy", t."source_id" as "sourceId", t."recorded_at" as "recordedAt"
from unnest($1::bigint[]) with ordinality k(key1, n) join "indicators"."observation" t on t."id" = k.key1
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- indicators.officialLabels
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n as n, t."code" as "code", t."label" as "label"
from unnest($1::text[]) with ordinality k(key1, n) join "indicators"."official_label" t on t."code" = k.key1
) q on true;

-- indicators.ranks
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
with series as materialized (select distinct k.measure, k.level, k.year, k."asOf" from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n)),
ranked as materialized (
  select k.measure, k.level, k.year, k."asOf", v.code, rank() over (partition by k.measure, k.level, k.year, k."asOf" order by v.value desc)::int as position,
    count(*) over (partition by k.measure, k.level, k.year, k."asOf")::int as of
  from series k cross join lateral (select p.code, o.value from (
      select code from "indicators"."published_territory" where level = k.level and kind = 'CURRENT'
      union
      select n.code from "indicators"."observation" n where n.measure = k.measure and n.level = k.level and n.year = k.year
        and n.code not like 'ZZ%' and not (n.level in ('DEPARTMENT', 'COMMUNE') and n.code ~ '^(97[578]|98)')
        and not exists (select from "indicators"."published_territory" q where q.level = n.level and q.code = n.code)
        and exists (select from "indicators"."territory_parent" t where t.until_year is null
          and (t.level = n.level and t.code = n.code or t.parent_level = n.level and t.parent_code = n.code))) p
    cross join lateral (
    select o.value from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = p.code and o.year = k.year
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o
    where o.value is not null) v)
select k.n, r.position, r.of
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n) join ranked r on (r.measure, r.level, r.year, r.code) = (k.measure, k.level, k.year, k.code) and r."asOf" is not distinct from k."asOf"
) q on true;

-- indicators.recordedIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select distinct on (k.n, o.measure) k.n, o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."missing_parts" as "missingParts", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt"
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("level", "code", "year", "asOf", n) join "indicators"."observation" o on o.level = k.level and o.code = k.code and o.year = k.year and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
order by k.n, o.measure, coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n, q.measure
) q on true;

-- indicators.recordedObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n)
cross join lateral (
    select o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."missing_parts" as "missingParts", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "indicators"."observation" o
    where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
      and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
    order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc limit 1) o
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- indicators.recordedOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select distinct k.n, o.measure, o.year
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "asOf" timestamptz)) with ordinality k("level", "code", "asOf", n) join "indicators"."observation" o on o.level = k.level and o.code = k.code and case when k."asOf" is null then o.withdrawn_at is null
      else coalesce(o.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', o.recorded_at)) <= k."asOf"
        and (o.withdrawn_at is null or o.withdrawn_at > k."asOf") end
order by k.n, o.measure, o.year
) q on true;

-- indicators.regionOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n, r.code
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "year" int)) with ordinality k("level", "code", "year", n)
cross join lateral (
  with recursive up as (
    select k.level as level, k.code as code
    union select p.level, p.code from (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= k.year and (tie.until_year is null or tie.until_year >= k.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= k.year and (past.until_year is null or past.until_year >= k.year)))) p
      where p.parent_level = k.level and p.parent_code = k.code and (k.level = 'EPCI' or k.level = 'DEPARTMENT' and p.level = 'DEPARTMENT')
    union select p.parent_level, p.parent_code from up u join (select tie.level, tie.code, tie.parent_level, tie.parent_code from "indicators"."territory_parent" tie
    where tie.parent_level <> 'EPT' and (tie.from_year <= k.year and (tie.until_year is null or tie.until_year >= k.year) or tie.until_year is null and not exists (
      select from "indicators"."territory_parent" past where past.parent_level = tie.parent_level and past.parent_code = tie.parent_code and past.from_year <= k.year and (past.until_year is null or past.until_year >= k.year)))) p on p.level = u.level and p.code = u.code)
  select min(code) as code from up where level = 'REGION' and k.level not in ('REGION', 'NATION') having count(distinct code) = 1) r
) q on true;

-- indicators.revisionsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int)) with ordinality k("measure", "level", "code", "year", n)
cross join lateral (
  select o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."missing_parts" as "missingParts", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt", row_number() over (order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc) as place from "indicators"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year and o.withdrawn_at is null
  order by place limit 20) o
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n, q.place
) q on true;

-- indicators.targets
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."indicator_code" as "indicator", t."horizon" as "horizon", t."value" as "value", t."baseline_year" as "baselineYear", t."baseline_value" as "baselineValue", t."set_on" as "setOn", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "indicators"."target" t on t."id" = k.key1
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- indicators.toldOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select distinct on (k.n, o.measure, s.publisher) k.n, o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."missing_parts" as "missingParts", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt",
  row_number() over (partition by k.n, o.measure order by coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc) as place
from rows from (jsonb_to_recordset($1::jsonb) as ("level" text, "code" text, "year" int)) with ordinality k("level", "code", "year", n) join "indicators"."observation" o on o.level = k.level and o.code = k.code and o.year = k.year and o.withdrawn_at is null
join "indicators"."source" s on s.id = o.source_id
order by k.n, o.measure, s.publisher, coalesce(o.edition, (o.recorded_at at time zone 'Europe/Paris')::date) desc, o.recorded_at desc, o.id desc
) q left join "indicators"."source" s on s.id = q."sourceId"
order by q.n, q.measure, q.place
) q on true;

-- indicators.withheldValues
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'indicators') v left join (
select k.n as n, t."observation" as "observation", t."value" as "value", t."numerator" as "numerator", t."denominator" as "denominator", t."is_given_away_elsewhere" as "isGivenAwayElsewhere", t."printed" as "printed", t."status" as "status", t."notes" as "notes", t."missing_parts" as "missingParts", t."computed_by" as "computedBy", t."establishments" as "establishments", t."largest_share" as "largestShare", t."hidden" as "hidden", t."departments" as "departments"
from unnest($1::bigint[]) with ordinality k(key1, n) join "indicators"."withheld_value" t on t."observation" = k.key1
) q on true;
