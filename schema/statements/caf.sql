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

-- caf.activityOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."service_id" as "service", t."measure" as "measure", t."year" as "year", t."period" as "period", t."value" as "value", t."unit" as "unit", t."printed" as "printed", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."service_activity" t on t."service_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."year" desc nulls last, q."measure"
) q on true;

-- caf.agreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."territorial_agreement" t on t."id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.agreementsHeldBy
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], holding0 text[], holding1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, holding0, holding1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."territorial_agreement" t where t."holder" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed" from "caf"."territorial_agreement" t
  where t."holder" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.agreementsNaming
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n) join "caf"."territorial_agreement" t on k.territory = any (t."territory_ids")
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.agreementsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], holding0 text[], holding1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, holding0, holding1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."territorial_agreement" t where t."department" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed" from "caf"."territorial_agreement" t
  where t."department" = k.owner and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.allAgreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], holding0 text[], holding1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, holding0, holding1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."territorial_agreement" t where (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed" from "caf"."territorial_agreement" t
  where (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.fundings
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."year" as "year", t."funder" as "funder", t."fund" as "fund", t."facility_id" as "facilityId", t."service_id" as "serviceId", t."project_id" as "projectId", t."unit" as "unit", t."units" as "units", t."per_unit" as "perUnit", t."total" as "total", t."agreement_id" as "agreementId", t."notified_to" as "notifiedTo", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."funding" t on t."id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.fundingsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 int[], filter1 text[], filter2 text[], first int, after text)) with ordinality k(owner, filter0, filter1, filter2, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."funding" t where t."department" = k.owner and (k.filter0 is null or t."year" = any (k.filter0)) and (k.filter1 is null or t."fund" = any (k.filter1)) and (k.filter2 is null or t."funder" = any (k.filter2))) c
left join lateral (select t."id" as "id", t."department" as "department", t."year" as "year", t."funder" as "funder", t."fund" as "fund", t."facility_id" as "facilityId", t."service_id" as "serviceId", t."project_id" as "projectId", t."unit" as "unit", t."units" as "units", t."per_unit" as "perUnit", t."total" as "total", t."agreement_id" as "agreementId", t."notified_to" as "notifiedTo", t."source_id" as "sourceId" from "caf"."funding" t
  where t."department" = k.owner and (k.filter0 is null or t."year" = any (k.filter0)) and (k.filter1 is null or t."fund" = any (k.filter1)) and (k.filter2 is null or t."funder" = any (k.filter2)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.fundingsOfFacility
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."year" as "year", t."funder" as "funder", t."fund" as "fund", t."facility_id" as "facilityId", t."service_id" as "serviceId", t."project_id" as "projectId", t."unit" as "unit", t."units" as "units", t."per_unit" as "perUnit", t."total" as "total", t."agreement_id" as "agreementId", t."notified_to" as "notifiedTo", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."funding" t on t."facility_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."year" desc nulls last, q."fund", q."funder", q."id"
) q on true;

-- caf.fundingsOfProject
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."year" as "year", t."funder" as "funder", t."fund" as "fund", t."facility_id" as "facilityId", t."service_id" as "serviceId", t."project_id" as "projectId", t."unit" as "unit", t."units" as "units", t."per_unit" as "perUnit", t."total" as "total", t."agreement_id" as "agreementId", t."notified_to" as "notifiedTo", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."funding" t on t."project_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."year" desc nulls last, q."fund", q."funder", q."id"
) q on true;

-- caf.fundingsOfService
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."year" as "year", t."funder" as "funder", t."fund" as "fund", t."facility_id" as "facilityId", t."service_id" as "serviceId", t."project_id" as "projectId", t."unit" as "unit", t."units" as "units", t."per_unit" as "perUnit", t."total" as "total", t."agreement_id" as "agreementId", t."notified_to" as "notifiedTo", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."funding" t on t."service_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."year" desc nulls last, q."fund", q."funder", q."id"
) q on true;

-- caf.fundingTotal
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select k.n, f.amount, f.missing
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "year" int[], "fund" text[], "funder" text[])) with ordinality k("department", "year", "fund", "funder", n)
cross join lateral (
  select sum(f.total) as amount, count(*) filter (where f.total is null)::int as missing from "caf"."funding" f
  where f.department = k.department and (k.year is null or f.year = any (k.year)) and (k.fund is null or f.fund = any (k.fund))
    and (k.funder is null or f.funder = any (k.funder))) f
) q on true;

-- caf.knownAgreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on true
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownAgreementsHeldBy
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on t."holder" = k.owner
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownAgreementsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on t."department" = k.owner
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownRealAgreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."territorial_agreement" t on t.department <> 'ZZ'
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownServicesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."family_service" t on t."territory" = k.owner and (k.kind is null or t."kind" = k.kind)
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.knownServicesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, max(t.source_id) as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("owner" text, "kind" text)) with ordinality k("owner", "kind", n) join "caf"."family_service" t on t."department" = k.owner and (k.kind is null or t."kind" = k.kind)
group by k.n
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.labelsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, from0 date, to0 date, first int, after text)) with ordinality k(owner, from0, to0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."avip_label" t where t."department" = k.owner and (coalesce(k.from0, k.to0) is null or t."labelled_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity'))) c
left join lateral (select t."id" as "id", t."facility_id" as "facilityId", t."department" as "department", t."labelled_on" as "labelledOn", t."until" as "until", t."places" as "places", t."source_id" as "sourceId" from "caf"."avip_label" t
  where t."department" = k.owner and (coalesce(k.from0, k.to0) is null or t."labelled_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.labelsOfFacility
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."facility_id" as "facilityId", t."department" as "department", t."labelled_on" as "labelledOn", t."until" as "until", t."places" as "places", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."avip_label" t on t."facility_id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q."labelledOn" desc nulls last
) q on true;

-- caf.plans
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select k.n, axes.axes, objectives.objectives, actions.actions, details.details, progress.progress
from rows from (jsonb_to_recordset($1::jsonb) as ("programme" text)) with ordinality k("programme", n)
cross join lateral (select coalesce(json_agg(r order by r.number), '[]') as axes
  from (select t."id" as "id", t."programme" as "programme", t."number" as "number", t."label" as "label", t."printed_calendar" as "printedCalendar" from "caf"."axis" t where t."programme" = k.programme) r) axes
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as objectives
  from (select t."id" as "id", t."programme" as "programme", t."axis" as "axis", t."position" as "position", t."code" as "code", t."label" as "label", t."printed_calendar" as "printedCalendar" from "caf"."objective" t where t."programme" = k.programme) r) objectives
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as actions
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."label" as "label", t."pilot" as "pilot", t."printed_pilot" as "printedPilot", t."start_on" as "startOn", t."end_on" as "endOn", t."printed_calendar" as "printedCalendar" from "caf"."action" t where t."programme" = k.programme) r) actions
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as details
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."kind" as "kind", t."label" as "label", t."party" as "party", t."indicator" as "indicator" from "caf"."detail" t where t."programme" = k.programme) r) details
cross join lateral (select coalesce(json_agg(r order by r."on" desc, r.action), '[]') as progress
  from (select t."action" as "action", t."on" as "on", t."programme" as "programme", t."state" as "state", t."by" as "by" from "caf"."action_progress" t where t."programme" = k.programme) r) progress
) q on true;

-- caf.realAgreements
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], holding0 text[], holding1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, holding0, holding1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."territorial_agreement" t where t.department <> 'ZZ' and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."holder" as "holder", t."signer_ids" as "signerIds", t."status" as "status", t."signed_year" as "signedYear", t."rank" as "rank", t."printed" as "printed" from "caf"."territorial_agreement" t
  where t.department <> 'ZZ' and (k.filter0 is null or t."status" = any (k.filter0)) and (k.holding0 is null or t."themes" && k.holding0) and (k.holding1 is null or t."signed_by" && k.holding1) and (coalesce(k.from0, k.to0) is null or t."start_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."end_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.services
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."kind" as "kind", t."name" as "name", t."operator" as "operator", t."places" as "places", t."territory" as "territory", t."state" as "state", t."approved_on" as "approvedOn", t."approval_ends_on" as "approvalEndsOn", t."notes" as "notes", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "caf"."family_service" t on t."id" = k.key1
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- caf.servicesIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], first int, after text)) with ordinality k(owner, filter0, filter1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."family_service" t where t."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1))) c
left join lateral (select t."id" as "id", t."department" as "department", t."kind" as "kind", t."name" as "name", t."operator" as "operator", t."places" as "places", t."territory" as "territory", t."state" as "state", t."approved_on" as "approvedOn", t."approval_ends_on" as "approvalEndsOn", t."notes" as "notes", t."source_id" as "sourceId" from "caf"."family_service" t
  where t."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- caf.servicesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'caf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], first int, after text)) with ordinality k(owner, filter0, filter1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "caf"."family_service" t where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1))) c
left join lateral (select t."id" as "id", t."department" as "department", t."kind" as "kind", t."name" as "name", t."operator" as "operator", t."places" as "places", t."territory" as "territory", t."state" as "state", t."approved_on" as "approvedOn", t."approval_ends_on" as "approvalEndsOn", t."notes" as "notes", t."source_id" as "sourceId" from "caf"."family_service" t
  where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."state" = any (k.filter1)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "caf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;
