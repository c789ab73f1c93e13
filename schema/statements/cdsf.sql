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

-- cdsf.agendaOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."meeting_id" as "meeting", t."position" as "position", t."label" as "label", t."documents" as "documents"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."agenda_item" t on t."meeting_id" = k.key1
order by t."position"
) q on true;

-- cdsf.allCommittees
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select 1 as n, t."id" as "id", t."installed_on" as "installedOn", t."renewed_on" as "renewedOn"
from "cdsf"."family_services_committee" t
order by t."id"
) q on true;

-- cdsf.allEducationProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], holding0 text[], first int, after text)) with ordinality k(owner, filter0, filter1, holding0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."education_programme" t where (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0)) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."caf_involvement" as "cafInvolvement", t."department" as "department" from "cdsf"."education_programme" t
  where (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.allSchemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, holding0 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, holding0, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."family_services_scheme" t where (k.holding0 is null or t."themes" && k.holding0) and (coalesce(k.from0, k.to0) is null or t."first_day" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."last_day" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."start_year" as "startYear", t."end_year" as "endYear", t."first_day" as "firstDay", t."last_day" as "lastDay", t."transmitted_on" as "transmittedOn", t."printed" as "printed" from "cdsf"."family_services_scheme" t
  where (k.holding0 is null or t."themes" && k.holding0) and (coalesce(k.from0, k.to0) is null or t."first_day" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."last_day" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.authoritySchemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."transmitted_on" as "transmittedOn", t."insufficient" as "insufficient", t."told" as "told"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."authority_scheme" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.authoritySchemesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."department" as "department", t."transmitted_on" as "transmittedOn", t."insufficient" as "insufficient", t."told" as "told"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n) join "cdsf"."authority_scheme" t on k.territory = any (t."territory_ids")
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.bodies
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee_id" as "committee", t."position" as "position", t."name" as "name", t."kind" as "kind", t."theme" as "theme", t."pilots" as "pilots", t."printed_nature" as "printedNature", t."printed_leadership" as "printedLeadership", t."printed_member_count" as "printedMemberCount", t."printed_frequency" as "printedFrequency", t."role" as "role", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_body" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.bodiesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee_id" as "committee", t."position" as "position", t."name" as "name", t."kind" as "kind", t."theme" as "theme", t."pilots" as "pilots", t."printed_nature" as "printedNature", t."printed_leadership" as "printedLeadership", t."printed_member_count" as "printedMemberCount", t."printed_frequency" as "printedFrequency", t."role" as "role", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_body" t on t."committee_id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."position"
) q on true;

-- cdsf.committees
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."installed_on" as "installedOn", t."renewed_on" as "renewedOn"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_committee" t on t."id" = k.key1
) q on true;

-- cdsf.competencesHeldBy
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."commune" as "commune", t."code" as "code", t."since" as "since", t."until" as "until", t."holder" as "holder", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."competence" t on t."holder" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."code", q."since", q."commune"
) q on true;

-- cdsf.competencesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."commune" as "commune", t."code" as "code", t."since" as "since", t."until" as "until", t."holder" as "holder", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."competence" t on t."commune" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."code", q."since"
) q on true;

-- cdsf.contactsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."committee" as "committee", t."role" as "role", t."organisation" as "organisation"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."contact" t on t."committee" = k.key1
order by t."role"
) q on true;

-- cdsf.deadlineFacts
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n, c.id as department, c.renewed_on as "renewedOn", s.schemes, d.documents, d."transmittedKinds", v.vacancies, a."authoritySchemes"
from rows from (jsonb_to_recordset($1::jsonb) as ("department" text, "includeDemonstration" boolean, "fromYear" int, "toYear" int)) with ordinality k("department", "includeDemonstration", "fromYear", "toYear", n)
join "cdsf"."family_services_committee" c on c.id = k.department
  or (k.department is null and (k."includeDemonstration" or c.id not like 'ZZ%'))
cross join lateral (
  select coalesce(json_agg(json_build_object('id', s.id, 'startYear', s.start_year, 'endYear', s.end_year, 'endOn', s.end_on,
    'adoptedOn', s.adopted_on, 'transmittedOn', s.transmitted_on, 'isTransmitted', o.edition is null) order by s.id), '[]') as schemes
  from "cdsf"."family_services_scheme" s join "cdsf"."source" o on o.id = s.source_id where 'DEPARTMENT:' || c.id = any (s.territory_ids)) s
cross join lateral (
  select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'year', d.year, 'scheme', d.scheme, 'adoptedOn', d.adopted_on, 'sent', d.sent)
      order by d.id) filter (where d.year between k."fromYear" and k."toYear" or d.kind = 'EVALUATION'), '[]') as documents,
    coalesce(array_agg(distinct d.kind) filter (where o.edition is null), '{}') as "transmittedKinds"
  from "cdsf"."document_subject" m join "cdsf"."document" d on d.id = m.document join "cdsf"."source" o on o.id = d.source_id
  where m.territory = 'DEPARTMENT:' || c.id and d.kind = any (array['INSPECTION_PLAN', 'SYNTHESIS', 'DIAGNOSIS_INDICATORS', 'FOLLOW_UP_INDICATORS', 'INDICATORS_RETURN', 'EVALUATION'])) d
cross join lateral (
  select coalesce(json_agg(json_build_object('category', t.category, 'number', t.number, 'since', t.since, 'until', t.until)
    order by t.category, t.number, t.since), '[]') as vacancies
  from "cdsf"."seat" t where t.committee = c.id and t.holder is null) v
cross join lateral (
  select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'adoptedOn', t.adopted_on, 'transmittedOn', t.transmitted_on) order by t.id), '[]')
    as "authoritySchemes"
  from "cdsf"."authority_scheme" t where t.department = c.id) a
order by k.n, c.id
) q on true;

-- cdsf.deadlineRules
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select 1 as n, t."code" as "code", t."label" as "label", t."owners" as "owners", t."printed_owner" as "printedOwner", t."legal_basis" as "legalBasis", t."anchor" as "anchor", t."in_force_from" as "inForceFrom", t."month_day" as "monthDay", t."months" as "months"
from "cdsf"."deadline_rule" t
order by t."code"
) q on true;

-- cdsf.decisionsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."meeting_id" as "meeting", t."position" as "position", t."label" as "label", t."owner" as "owner", t."due_on" as "dueOn", t."told" as "told"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."decision" t on t."meeting_id" = k.key1
order by t."position"
) q on true;

-- cdsf.documents
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."title" as "title", t."year" as "year", t."scheme" as "scheme", t."adopted_on" as "adoptedOn", t."presented_on" as "presentedOn", t."presented_to" as "presentedTo", t."sent" as "sent", t."published_on" as "publishedOn", t."url" as "url", t."annexes" as "annexes", t."told" as "told", t."hash" as "hash", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."document" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.documentsAbout
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 int[], first int, after text)) with ordinality k(owner, filter0, filter1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."document" t join "cdsf"."document_subject" m on m."document" = t."id" where m."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."year" = any (k.filter1))) c
left join lateral (select t."id" as "id", t."kind" as "kind", t."title" as "title", t."year" as "year", t."scheme" as "scheme", t."adopted_on" as "adoptedOn", t."presented_on" as "presentedOn", t."presented_to" as "presentedTo", t."sent" as "sent", t."published_on" as "publishedOn", t."url" as "url", t."annexes" as "annexes", t."told" as "told", t."hash" as "hash", t."source_id" as "sourceId" from "cdsf"."document" t join "cdsf"."document_subject" m on m."document" = t."id"
  where m."territory" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."year" = any (k.filter1)) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.documentsOfScheme
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."kind" as "kind", t."title" as "title", t."year" as "year", t."scheme" as "scheme", t."adopted_on" as "adoptedOn", t."presented_on" as "presentedOn", t."presented_to" as "presentedTo", t."sent" as "sent", t."published_on" as "publishedOn", t."url" as "url", t."annexes" as "annexes", t."told" as "told", t."hash" as "hash", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."document" t on t."scheme" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."id"
) q on true;

-- cdsf.documentsOfYear
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, d."id" as "id", d."kind" as "kind", d."title" as "title", d."year" as "year", d."scheme" as "scheme", d."adopted_on" as "adoptedOn", d."presented_on" as "presentedOn", d."presented_to" as "presentedTo", d."sent" as "sent", d."published_on" as "publishedOn", d."url" as "url", d."annexes" as "annexes", d."told" as "told", d."hash" as "hash", d."source_id" as "sourceId"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text, "year" int)) with ordinality k("territory", "year", n) join "cdsf"."document_subject" m on m.territory = k.territory join "cdsf"."document" d on d.id = m.document and d.year = k.year
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q.id
) q on true;

-- cdsf.educationProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."caf_involvement" as "cafInvolvement", t."department" as "department"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."education_programme" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.educationProgrammesOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], holding0 text[], first int, after text)) with ordinality k(owner, filter0, filter1, holding0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."education_programme" t where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0)) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."caf_involvement" as "cafInvolvement", t."department" as "department" from "cdsf"."education_programme" t
  where t."department" = k.owner and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
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

-- cdsf.meetings
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."committee" as "committee", t."body_id" as "body", t."on" as "on", t."rank" as "rank", t."present" as "present", t."invited" as "invited", t."documents" as "documents", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."meeting" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.meetingsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], from0 date, to0 date, first int, after text)) with ordinality k(owner, filter0, from0, to0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."meeting" t where t."committee" = k.owner and (k.filter0 is null or t."body_id" = any (k.filter0)) and (coalesce(k.from0, k.to0) is null or t."on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity'))) c
left join lateral (select t."id" as "id", t."committee" as "committee", t."body_id" as "body", t."on" as "on", t."rank" as "rank", t."present" as "present", t."invited" as "invited", t."documents" as "documents", t."source_id" as "sourceId" from "cdsf"."meeting" t
  where t."committee" = k.owner and (k.filter0 is null or t."body_id" = any (k.filter0)) and (coalesce(k.from0, k.to0) is null or t."on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (k.after is null or t."rank" > k.after) order by t."rank" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."rank"
) q on true;

-- cdsf.membersOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."id" as "id", t."body_id" as "body", t."position" as "position", t."label" as "label", t."capacity" as "capacity"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."committee_member" t on t."body_id" = k.key1
order by t."position"
) q on true;

-- cdsf.plans
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n, axes.axes, objectives.objectives, actions.actions, details.details, progress.progress
from rows from (jsonb_to_recordset($1::jsonb) as ("programme" text)) with ordinality k("programme", n)
cross join lateral (select coalesce(json_agg(r order by r.number), '[]') as axes
  from (select t."id" as "id", t."programme" as "programme", t."number" as "number", t."label" as "label", t."printed_calendar" as "printedCalendar" from "cdsf"."axis" t where t."programme" = k.programme) r) axes
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as objectives
  from (select t."id" as "id", t."programme" as "programme", t."axis" as "axis", t."position" as "position", t."code" as "code", t."label" as "label", t."printed_calendar" as "printedCalendar" from "cdsf"."objective" t where t."programme" = k.programme) r) objectives
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as actions
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."label" as "label", t."pilot" as "pilot", t."printed_pilot" as "printedPilot", t."start_on" as "startOn", t."end_on" as "endOn", t."printed_calendar" as "printedCalendar" from "cdsf"."action" t where t."programme" = k.programme) r) actions
cross join lateral (select coalesce(json_agg(r order by r.position, r.id), '[]') as details
  from (select t."id" as "id", t."programme" as "programme", t."parent" as "parent", t."position" as "position", t."kind" as "kind", t."label" as "label", t."party" as "party", t."indicator" as "indicator" from "cdsf"."detail" t where t."programme" = k.programme) r) details
cross join lateral (select coalesce(json_agg(r order by r."on" desc, r.action), '[]') as progress
  from (select t."action" as "action", t."on" as "on", t."programme" as "programme", t."state" as "state", t."by" as "by" from "cdsf"."action_progress" t where t."programme" = k.programme) r) progress
) q on true;

-- cdsf.predecessorsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."committee" as "committee", t."name" as "name", t."from" as "from", t."to" as "to"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."predecessor" t on t."committee" = k.key1
order by t."to" desc nulls last, t."name"
) q on true;

-- cdsf.projects
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."department" as "department", t."territory_id" as "territoryId", t."kind" as "kind", t."stage" as "stage", t."category" as "category", t."places" as "places", t."submitted_on" as "submittedOn", t."authority" as "authority", t."opinion_on" as "opinionOn", t."opinion_given" as "opinionGiven", t."grounds" as "grounds", t."decision_kind" as "decisionKind", t."decided_on" as "decidedOn", t."facility_id" as "facilityId", t."meeting_ids" as "meetingIds", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."project" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.projectsIn
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, filter1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."project" t where t."territory_id" = k.owner and (k.filter0 is null or t."stage" = any (k.filter0)) and (k.filter1 is null or t."kind" = any (k.filter1)) and (coalesce(k.from0, k.to0) is null or t."submitted_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."opinion_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."department" as "department", t."territory_id" as "territoryId", t."kind" as "kind", t."stage" as "stage", t."category" as "category", t."places" as "places", t."submitted_on" as "submittedOn", t."authority" as "authority", t."opinion_on" as "opinionOn", t."opinion_given" as "opinionGiven", t."grounds" as "grounds", t."decision_kind" as "decisionKind", t."decided_on" as "decidedOn", t."facility_id" as "facilityId", t."meeting_ids" as "meetingIds", t."source_id" as "sourceId" from "cdsf"."project" t
  where t."territory_id" = k.owner and (k.filter0 is null or t."stage" = any (k.filter0)) and (k.filter1 is null or t."kind" = any (k.filter1)) and (coalesce(k.from0, k.to0) is null or t."submitted_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."opinion_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.projectsOfDepartment
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, filter0, filter1, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."project" t where t."department" = k.owner and (k.filter0 is null or t."stage" = any (k.filter0)) and (k.filter1 is null or t."kind" = any (k.filter1)) and (coalesce(k.from0, k.to0) is null or t."submitted_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."opinion_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."department" as "department", t."territory_id" as "territoryId", t."kind" as "kind", t."stage" as "stage", t."category" as "category", t."places" as "places", t."submitted_on" as "submittedOn", t."authority" as "authority", t."opinion_on" as "opinionOn", t."opinion_given" as "opinionGiven", t."grounds" as "grounds", t."decision_kind" as "decisionKind", t."decided_on" as "decidedOn", t."facility_id" as "facilityId", t."meeting_ids" as "meetingIds", t."source_id" as "sourceId" from "cdsf"."project" t
  where t."department" = k.owner and (k.filter0 is null or t."stage" = any (k.filter0)) and (k.filter1 is null or t."kind" = any (k.filter1)) and (coalesce(k.from0, k.to0) is null or t."submitted_on" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."opinion_on" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.realEducationProgrammes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter0 text[], filter1 text[], holding0 text[], first int, after text)) with ordinality k(owner, filter0, filter1, holding0, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."education_programme" t where t.department <> 'ZZ' and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0)) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."kind" as "kind", t."caf_involvement" as "cafInvolvement", t."department" as "department" from "cdsf"."education_programme" t
  where t.department <> 'ZZ' and (k.filter0 is null or t."kind" = any (k.filter0)) and (k.filter1 is null or t."caf_involvement" = any (k.filter1)) and (k.holding0 is null or t."territory_ids" && k.holding0) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.realSchemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, holding0 text[], from0 date, to0 date, from1 date, to1 date, first int, after text)) with ordinality k(owner, holding0, from0, to0, from1, to1, first, after, n)
cross join lateral (select count(*)::int as "listLength" from "cdsf"."family_services_scheme" t where t.id not like 'ZZ%' and (k.holding0 is null or t."themes" && k.holding0) and (coalesce(k.from0, k.to0) is null or t."first_day" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."last_day" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity'))) c
left join lateral (select t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."start_year" as "startYear", t."end_year" as "endYear", t."first_day" as "firstDay", t."last_day" as "lastDay", t."transmitted_on" as "transmittedOn", t."printed" as "printed" from "cdsf"."family_services_scheme" t
  where t.id not like 'ZZ%' and (k.holding0 is null or t."themes" && k.holding0) and (coalesce(k.from0, k.to0) is null or t."first_day" between coalesce(k.from0, '-infinity') and coalesce(k.to0, 'infinity')) and (coalesce(k.from1, k.to1) is null or t."last_day" between coalesce(k.from1, '-infinity') and coalesce(k.to1, 'infinity')) and (k.after is null or t."id" > k.after) order by t."id" limit k.first + 1) r on true
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."id"
) q on true;

-- cdsf.schemes
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."start_year" as "startYear", t."end_year" as "endYear", t."first_day" as "firstDay", t."last_day" as "lastDay", t."transmitted_on" as "transmittedOn", t."printed" as "printed"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."family_services_scheme" t on t."id" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n
) q on true;

-- cdsf.schemesOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n, t."id" as "id", t."title" as "title", t."start_on" as "startOn", t."end_on" as "endOn", t."adopted_on" as "adoptedOn", t."themes" as "themes", t."signatories" as "signatories", t."signed_by" as "signedBy", t."amendments" as "amendments", t."source_id" as "sourceId", t."territory_ids" as "territoryIds", t."start_year" as "startYear", t."end_year" as "endYear", t."first_day" as "firstDay", t."last_day" as "lastDay", t."transmitted_on" as "transmittedOn", t."printed" as "printed"
from rows from (jsonb_to_recordset($1::jsonb) as ("territory" text)) with ordinality k("territory", n) join "cdsf"."family_services_scheme" t on k.territory = any (t."territory_ids")
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q.n, q."startYear"
) q on true;

-- cdsf.seatsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select q.*, case when row_number() over (partition by q."sourceId") = 1 then json_build_object('id', s."id", 'publisher', s."publisher", 'dataset', s."dataset", 'printedVintage', s."printed_vintage", 'periodStart', s."period_start", 'periodEnd', s."period_end", 'edition', s."edition", 'publishedOn', s."published_on", 'roundedTo', s."rounded_to", 'licence', s."licence", 'receivedOn', s."received_on", 'demonstration', s."demonstration") end as "source"
from (
select k.n as n, t."committee" as "committee", t."category" as "category", t."number" as "number", t."since" as "since", t."until" as "until", t."holder" as "holder", t."source_id" as "sourceId"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."seat" t on t."committee" = k.key1
) q left join "cdsf"."source" s on s.id = q."sourceId"
order by q."category", q."number", q."since"
) q on true;

-- cdsf.subjectsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'cdsf') v left join (
select k.n as n, t."document" as "document", t."territory" as "territory"
from unnest($1::text[]) with ordinality k(key1, n) join "cdsf"."document_subject" t on t."document" = k.key1
order by t."territory"
) q on true;
