-- Printed by `npm run schema`; do not edit.

-- caf.accessRecords
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "from" timestamptz, "to" timestamptz, "after" bigint, "first" int)) with ordinality k("department", "from", "to", "after", "first", n)
cross join lateral (select count(*)::int as total from "caf_journal".access j where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from "caf_journal".access j
  where k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to") and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc
) q on true;

-- caf.agreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."holder" as "holder", t."status" as "status", t."signed_year" as "signedYear", t."signed_on" as "signedOn", t."rank" as "rank", t."start_on" as "startOn", t."end_on" as "endOn", t."signatories" as "signatories", t."themes" as "themes", t."printed" as "printed", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."territorial_agreement" t on t."id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.agreementsHeldBy
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], first int, after text)) with ordinality k(owner, filter0, first, after, n)
cross join lateral (select count(*)::int as total from "caf"."territorial_agreement" t where t."holder" = k.owner and (k.filter0 is null or t."status" = any (k.filter0))) c
left join lateral (select t."id" as "id", t."department" as "department", t."holder" as "holder", t."status" as "status", t."signed_year" as "signedYear", t."signed_on" as "signedOn", t."rank" as "rank", t."start_on" as "startOn", t."end_on" as "endOn", t."signatories" as "signatories", t."themes" as "themes", t."printed" as "printed", t."source_id" as "sourceId" from "caf"."territorial_agreement" t
  where t."holder" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.agreementsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], first int, after text)) with ordinality k(owner, filter0, first, after, n)
cross join lateral (select count(*)::int as total from "caf"."territorial_agreement" t where t."department" = k.owner and (k.filter0 is null or t."status" = any (k.filter0))) c
left join lateral (select t."id" as "id", t."department" as "department", t."holder" as "holder", t."status" as "status", t."signed_year" as "signedYear", t."signed_on" as "signedOn", t."rank" as "rank", t."start_on" as "startOn", t."end_on" as "endOn", t."signatories" as "signatories", t."themes" as "themes", t."printed" as "printed", t."source_id" as "sourceId" from "caf"."territorial_agreement" t
  where t."department" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.departmentsOfObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select k.n, array(
    select o.code where o.level = 'DEPARTMENT' and exists (
      select from "caf"."territory_parent" where level = o.level and code = o.code or parent_level = o.level and parent_code = o.code)
    union select code from "caf"."territory_parent" where o.level = 'REGION' and parent_level = 'REGION' and parent_code = o.code
    union select parent_code from "caf"."territory_parent" where level = 'COMMUNE' and parent_level = 'DEPARTMENT' and code in (
      select o.code where o.level = 'COMMUNE'
      union select parent_code from "caf"."territory_parent" where level = o.level and code = o.code and parent_level = 'COMMUNE'
      union select code from "caf"."territory_parent" where o.level = 'EPCI' and parent_level = 'EPCI' and parent_code = o.code)) as departments
from rows from (jsonb_to_recordset($1::jsonb) as ("id" bigint)) with ordinality k("id", n) join "caf"."observation" o on o.id = k.id
) q on true;

-- caf.figuresOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."service_id" as "service", t."department" as "department", t."kind" as "kind", t."label" as "label", t."period" as "period", t."value" as "value", t."unit" as "unit", t."printed" as "printed", t."notes" as "notes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."family_service_figure" t on t."department" = k.key1
where t.service_id is null
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."period" desc nulls last, q."id"
) q on true;

-- caf.figuresOfService
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."service_id" as "service", t."department" as "department", t."kind" as "kind", t."label" as "label", t."period" as "period", t."value" as "value", t."unit" as "unit", t."printed" as "printed", t."notes" as "notes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."family_service_figure" t on t."service_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."period" desc nulls last, q."id"
) q on true;

-- caf.fundingOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."facility" as "facility", t."year" as "year", t."mode" as "mode", t."psu_amount" as "psuAmount", t."territory_bonus_amount" as "territoryBonusAmount", t."social_mix_bonus_amount" as "socialMixBonusAmount", t."disability_inclusion_bonus_amount" as "disabilityInclusionBonusAmount", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."facility_funding" t on t."facility" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."year" desc nulls last
) q on true;

-- caf.knownAgreementsHeldBy
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on t."holder" = k.owner
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownAgreementsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on t."department" = k.owner
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownServicesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."family_service" t on t."territory" = k.owner and (k.kind is null or t."kind" = k.kind)
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownServicesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."family_service" t on t."department" = k.owner and (k.kind is null or t."kind" = k.kind)
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.recordedObservations
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int, "asOf" timestamptz)) with ordinality k("measure", "level", "code", "year", "asOf", n)
cross join lateral (
  select o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "caf"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
    and (k."asOf" is null or date_trunc('milliseconds', o.recorded_at) <= k."asOf")
  order by o.recorded_at desc, o.id desc limit 1) o
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.recordedSeries
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, o.*
from rows from (jsonb_to_recordset($1::jsonb) as ("measure" text, "level" text, "code" text, "year" int)) with ordinality k("measure", "level", "code", "year", n)
cross join lateral (
  select distinct on (o.year) o."id" as "id", o."measure" as "measure", o."level" as "level", o."code" as "code", o."year" as "year", o."value" as "value", o."status" as "status", o."confidentiality" as "confidentiality", o."unit" as "unit", o."numerator" as "numerator", o."denominator" as "denominator", o."printed" as "printed", o."masked_cells" as "maskedCells", o."notes" as "notes", o."secrecy_rule" as "secrecyRule", o."computed_by" as "computedBy", o."source_id" as "sourceId", o."recorded_at" as "recordedAt" from "caf"."observation" o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
  order by o.year desc, o.recorded_at desc, o.id desc) o
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q.year desc
) q on true;

-- caf.servicesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], first int, after text)) with ordinality k(owner, filter0, filter1, first, after, n)
cross join lateral (select count(*)::int as total from "caf"."family_service" t where t."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1))) c
left join lateral (select t."id" as "id", t."department" as "department", t."kind" as "kind", t."name" as "name", t."operator" as "operator", t."places" as "places", t."territory" as "territory", t."state" as "state", t."approved_on" as "approvedOn", t."notes" as "notes", t."source_id" as "sourceId" from "caf"."family_service" t
  where t."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.servicesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'vintage', s."vintage", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], first int, after text)) with ordinality k(owner, filter0, filter1, first, after, n)
cross join lateral (select count(*)::int as total from "caf"."family_service" t where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1))) c
left join lateral (select t."id" as "id", t."department" as "department", t."kind" as "kind", t."name" as "name", t."operator" as "operator", t."places" as "places", t."territory" as "territory", t."state" as "state", t."approved_on" as "approvedOn", t."notes" as "notes", t."source_id" as "sourceId" from "caf"."family_service" t
  where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.withheldValues
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select k.n as n, t."observation" as "observation", t."value" as "value", t."numerator" as "numerator", t."denominator" as "denominator", t."printed" as "printed", t."status" as "status", t."notes" as "notes", t."kind" as "kind", t."guarded" as "guarded", t."departments" as "departments"
from unnest($1::bigint[]) with ordinality k(key1, n) join "caf"."withheld_value" t on t."observation" = k.key1
) q on true;
