-- Printed by `npm run schema`; do not edit.

-- territories.allRegions
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select 1 as n, t."code" as "code", t."name" as "name"
from "territories"."region" t
order by t."code"
) q on true;

-- territories.communes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."code" as "code", t."name" as "name", t."department_code" as "department", t."parent_code" as "parent", t."former_codes" as "formerCodes", t."municipal_population" as "municipalPopulation", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."commune" t on t."code" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.communesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter text, first int, after text)) with ordinality k(owner, filter, first, after, n)
cross join lateral (select count(*)::int as total from "territories"."commune" t where t."department_code" = k.owner and t.parent_code is null) c
left join lateral (select t."code" as "code", t."name" as "name", t."department_code" as "department", t."parent_code" as "parent", t."former_codes" as "formerCodes", t."municipal_population" as "municipalPopulation", t."source_id" as "sourceId" from "territories"."commune" t
  where t."department_code" = k.owner and t.parent_code is null and (k.after is null or t."code" > k.after) order by t."code" limit k.first + 1) r on true
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q."code"
) q on true;

-- territories.communesOfEpci
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter text, first int, after text)) with ordinality k(owner, filter, first, after, n)
cross join lateral (select count(*)::int as total from "territories"."commune" t join "territories"."epci_member" m on m."commune" = t."code" where m."epci_siren" = k.owner) c
left join lateral (select t."code" as "code", t."name" as "name", t."department_code" as "department", t."parent_code" as "parent", t."former_codes" as "formerCodes", t."municipal_population" as "municipalPopulation", t."source_id" as "sourceId" from "territories"."commune" t join "territories"."epci_member" m on m."commune" = t."code"
  where m."epci_siren" = k.owner and (k.after is null or t."code" > k.after) order by t."code" limit k.first + 1) r on true
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q."code"
) q on true;

-- territories.departments
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select k.n as n, t."code" as "code", t."name" as "name", t."kind" as "kind", t."region_code" as "region"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."department" t on t."code" = k.key1
) q on true;

-- territories.departmentsOfKind
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select k.n as n, t."code" as "code", t."name" as "name", t."kind" as "kind", t."region_code" as "region"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."department" t on t."kind" = k.key1
order by t."code"
) q on true;

-- territories.departmentsOfRegion
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select k.n as n, t."code" as "code", t."name" as "name", t."kind" as "kind", t."region_code" as "region"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."department" t on t."region_code" = k.key1
order by t."code"
) q on true;

-- territories.epciOfCommune
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, e."siren" as "siren", e."name" as "name", e."legal_form" as "legalForm", e."total_population" as "totalPopulation", e."commune_count" as "communeCount", e."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("commune" text)) with ordinality k("commune", n) join "territories"."epci_member" m on m.commune = k.commune join "territories"."epci" e on e.siren = m.epci_siren
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.epcis
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."siren" as "siren", t."name" as "name", t."legal_form" as "legalForm", t."total_population" as "totalPopulation", t."commune_count" as "communeCount", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."epci" t on t."siren" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.epcisOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, e."siren" as "siren", e."name" as "name", e."legal_form" as "legalForm", e."total_population" as "totalPopulation", e."commune_count" as "communeCount", e."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text)) with ordinality k("department", n)
cross join lateral (
  select distinct m.epci_siren from "territories"."commune" c join "territories"."epci_member" m on m.commune = c.code
  where c.department_code = k.department) m
join "territories"."epci" e on e.siren = m.epci_siren
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n, q.siren
) q on true;

-- territories.formerEpcis
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."code" as "code", t."name" as "name", t."department_code" as "department", t."commune_count" as "communeCount", t."total_population" as "totalPopulation", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."former_epci" t on t."code" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.formerEpcisOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."code" as "code", t."name" as "name", t."department_code" as "department", t."commune_count" as "communeCount", t."total_population" as "totalPopulation", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."former_epci" t on t."department_code" = k.key1
) q left join "territories"."source" s on s.id = q."sourceId"
order by q."code"
) q on true;

-- territories.populationOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, sum(c.municipal_population)::int as value,
  count(*) filter (where c.municipal_population is null)::int as unknown, max(c.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text)) with ordinality k("department", n) join "territories"."commune" c on c.department_code = k.department and c.parent_code is null
group by k.n
) q left join "territories"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- territories.regions
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'territories') v left join (
select k.n as n, t."code" as "code", t."name" as "name"
from unnest($1::text[]) with ordinality k(key1, n) join "territories"."region" t on t."code" = k.key1
) q on true;
