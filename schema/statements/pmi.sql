-- Printed by `npm run schema`; do not edit.

-- pmi.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "pmi_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "pmi_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- pmi.facilities
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."name" as "name", t."category" as "category", t."printed_type" as "printedType", t."financing" as "financing", t."department_code" as "departmentCode", t."commune_code" as "communeCode", t."printed_commune" as "printedCommune", t."operator" as "operator", t."authorised_places" as "authorisedPlaces", t."opened_on" as "openedOn", t."closed_on" as "closedOn", t."authorised_on" as "authorisedOn", t."authorisation_kind" as "authorisationKind", t."authorisation_ends_on" as "authorisationEndsOn", t."stated_on" as "statedOn", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "pmi"."childcare_facility" t on t."id" = k.key1
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.housesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "pmi"."childminder_house" t where t."department_code" = k.owner) c
left join lateral (select t."id" as "id", t."name" as "name", t."department_code" as "departmentCode", t."printed_commune" as "printedCommune", t."source_id" as "sourceId" from "pmi"."childminder_house" t
  where t."department_code" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- pmi.inspectionsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 int[], first int, after text)) with ordinality k(owner, filter0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "pmi"."inspection" t where t."department_code" = k.owner and (k.filter0 is null or t."year" = any (k.filter0))) c
left join lateral (select t."id" as "id", t."department_code" as "departmentCode", t."year" as "year", t."done_on" as "doneOn", t."facility" as "facility", t."mode" as "mode", t."category" as "category", t."authority" as "authority", t."control_kind" as "controlKind", t."unannounced" as "unannounced", t."non_compliances" as "nonCompliances", t."follow_ups" as "followUps", t."source_id" as "sourceId" from "pmi"."inspection" t
  where t."department_code" = k.owner and (k.filter0 is null or t."year" = any (k.filter0)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- pmi.inspectionsOfFacility
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "pmi"."inspection" t where t."facility" = k.owner) c
left join lateral (select t."id" as "id", t."department_code" as "departmentCode", t."year" as "year", t."done_on" as "doneOn", t."facility" as "facility", t."mode" as "mode", t."category" as "category", t."authority" as "authority", t."control_kind" as "controlKind", t."unannounced" as "unannounced", t."non_compliances" as "nonCompliances", t."follow_ups" as "followUps", t."source_id" as "sourceId" from "pmi"."inspection" t
  where t."facility" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- pmi.knownFacilities
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "pmi"."childcare_facility" t on true
group by k.n
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.knownFacilitiesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "pmi"."childcare_facility" t on t."department_code" = k.owner
group by k.n
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.knownHouses
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "pmi"."childminder_house" t on t."department_code" = k.owner
group by k.n
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.knownRealFacilities
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "pmi"."childcare_facility" t on t.department_code <> 'ZZ'
group by k.n
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.objectivesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select k.n as n, t."id" as "id", t."plan_id" as "plan", t."position" as "position", t."mode" as "mode", t."category" as "category", t."authority" as "authority", t."control_kind" as "controlKind", t."planned" as "planned"
from unnest($1::text[]) with ordinality k(key1, n) join "pmi"."inspection_objective" t on t."plan_id" = k.key1
order by t."position"
) q on true;

-- pmi.openFacilities
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, c.places, c."describedOn", r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "includeDemonstration" boolean, "activeOn" date, "categories" text[], "sizes" jsonb, "commune" text, "openedAfter" date, "authorisationEndsBefore" date, "after" text, "first" int)) with ordinality k("department", "includeDemonstration", "activeOn", "categories", "sizes", "commune", "openedAfter", "authorisationEndsBefore", "after", "first", n)
cross join lateral (
  select count(*)::int as total, sum(f.authorised_places)::int as places, min(f.stated_on) as "describedOn" from "pmi"."childcare_facility" f
  where case when k.department is null then k."includeDemonstration" or f.department_code <> 'ZZ' else f.department_code = k.department end
    and case when k."activeOn" is null then (f.opened_on <= f.stated_on or f.opened_on is null and f.stated_on <= f.stated_on)
    and (f.closed_on is null or f.closed_on > f.stated_on) else (f.opened_on <= k."activeOn" or f.opened_on is null and f.stated_on <= k."activeOn")
    and (f.closed_on is null or f.closed_on > k."activeOn") end
    and (k.categories is null or f.category = any(k.categories))
    and (k.sizes is null or exists (
      select from jsonb_to_recordset(k.sizes) as s(category text, least int, most int)
      where s.category = f.category and f.authorised_places between s.least and s.most))
    and (k.commune is null or f.commune_code = k.commune)
    and (k."openedAfter" is null or f.opened_on > k."openedAfter")
    and (k."authorisationEndsBefore" is null or f.authorisation_ends_on < k."authorisationEndsBefore")) c
left join lateral (
  select f."id" as "id", f."name" as "name", f."category" as "category", f."printed_type" as "printedType", f."financing" as "financing", f."department_code" as "departmentCode", f."commune_code" as "communeCode", f."printed_commune" as "printedCommune", f."operator" as "operator", f."authorised_places" as "authorisedPlaces", f."opened_on" as "openedOn", f."closed_on" as "closedOn", f."authorised_on" as "authorisedOn", f."authorisation_kind" as "authorisationKind", f."authorisation_ends_on" as "authorisationEndsOn", f."stated_on" as "statedOn", f."source_id" as "sourceId" from "pmi"."childcare_facility" f
  where case when k.department is null then k."includeDemonstration" or f.department_code <> 'ZZ' else f.department_code = k.department end
    and case when k."activeOn" is null then (f.opened_on <= f.stated_on or f.opened_on is null and f.stated_on <= f.stated_on)
    and (f.closed_on is null or f.closed_on > f.stated_on) else (f.opened_on <= k."activeOn" or f.opened_on is null and f.stated_on <= k."activeOn")
    and (f.closed_on is null or f.closed_on > k."activeOn") end
    and (k.categories is null or f.category = any(k.categories))
    and (k.sizes is null or exists (
      select from jsonb_to_recordset(k.sizes) as s(category text, least int, most int)
      where s.category = f.category and f.authorised_places between s.least and s.most))
    and (k.commune is null or f.commune_code = k.commune)
    and (k."openedAfter" is null or f.opened_on > k."openedAfter")
    and (k."authorisationEndsBefore" is null or f.authorisation_ends_on < k."authorisationEndsBefore") and (k.after is null or f.id > k.after) order by f.id limit k.first) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q.id
) q on true;

-- pmi.plans
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department_code" as "departmentCode", t."year" as "year", t."status" as "status", t."established_on" as "establishedOn", t."published_on" as "publishedOn", t."orientations" as "orientations", t."authorised_facilities" as "authorisedFacilities", t."licensed_childminders" as "licensedChildminders", t."home_care_providers" as "homeCareProviders", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "pmi"."inspection_plan" t on t."id" = k.key1
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.registerCounts
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select k.n as n, t."id" as "id", t."department_code" as "departmentCode", t."year" as "year", t."mode" as "mode", t."category" as "category", t."authority" as "authority", t."control_kind" as "controlKind", t."done" as "done", t."facilities" as "facilities", t."is_total" as "isTotal"
from unnest($1::text[], $2::int[]) with ordinality k(key1, key2, n) join "pmi"."register_count" t on t."department_code" = k.key1 and t."year" = k.key2
order by t."id"
) q on true;

-- pmi.registerFindings
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select k.n as n, t."id" as "id", t."department_code" as "departmentCode", t."year" as "year", t."kind" as "kind", t."nature" as "nature", t."count" as "count"
from unnest($1::text[], $2::int[]) with ordinality k(key1, key2, n) join "pmi"."finding_count" t on t."department_code" = k.key1 and t."year" = k.key2
order by t."nature", t."id"
) q on true;

-- pmi.registerYears
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."department_code" as "departmentCode", t."year" as "year", t."reviewed" as "reviewed", t."source_id" as "sourceId"
from unnest($1::text[], $2::int[]) with ordinality k(key1, key2, n) join "pmi"."register_year" t on t."department_code" = k.key1 and t."year" = k.key2
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- pmi.reviews
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select k.n as n, t."plan_id" as "plan", t."presented_on" as "presentedOn", t."annexed_on" as "annexedOn", t."published_on" as "publishedOn", t."quality_notes" as "qualityNotes"
from unnest($1::text[]) with ordinality k(key1, n) join "pmi"."inspection_review" t on t."plan_id" = k.key1
) q on true;

-- pmi.scheduleOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "pmi"."scheduled_inspection" t where t."department_code" = k.owner) c
left join lateral (select t."id" as "id", t."department_code" as "departmentCode", t."facility" as "facility", t."scheduled_on" as "scheduledOn", t."authority" as "authority", t."control_kind" as "controlKind", t."unannounced" as "unannounced", t."source_id" as "sourceId" from "pmi"."scheduled_inspection" t
  where t."department_code" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- pmi.scheduleOfFacility
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'pmi') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, first int, after text)) with ordinality k(owner, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "pmi"."scheduled_inspection" t where t."facility" = k.owner) c
left join lateral (select t."id" as "id", t."department_code" as "departmentCode", t."facility" as "facility", t."scheduled_on" as "scheduledOn", t."authority" as "authority", t."control_kind" as "controlKind", t."unannounced" as "unannounced", t."source_id" as "sourceId" from "pmi"."scheduled_inspection" t
  where t."facility" = k.owner and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "pmi"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;
