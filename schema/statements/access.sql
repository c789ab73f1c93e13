-- Printed by `npm run schema`; do not edit.

-- access.allClients
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'access') v left join (
select 1 as n, t."id" as "id", t."organisation" as "organisation", t."kind" as "kind", t."keys" as "keys"
from "access"."client" t
order by t."id"
) q on true;

-- access.callers
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'access') v left join (
select k.n, c.kind, h.habilitations
from rows from (jsonb_to_recordset($1::jsonb) as ("client" text)) with ordinality k("client", n)
join "access"."client" c on c.id = k.client
cross join lateral (
  select coalesce(json_agg(json_build_object('id', h.id, 'scopes', h.scopes, 'departments', h.departments, 'purpose', h.purpose, 'partner', h.partner,
    'validFrom', h.valid_from, 'validTo', h.valid_to, 'revokedOn', h.revoked_on) order by h.valid_to, h.id), '[]') as habilitations
  from "access"."habilitation" h where h.client_id = c.id) h
) q on true;

-- access.clients
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'access') v left join (
select k.n as n, t."id" as "id", t."organisation" as "organisation", t."kind" as "kind", t."keys" as "keys"
from unnest($1::text[]) with ordinality k(key1, n) join "access"."client" t on t."id" = k.key1
) q on true;

-- access.habilitationsOf
select v.version as "dataVersion", q.* from (select version from cdsf_hub.data_version where subgraph = 'access') v left join (
select k.n as n, t."id" as "id", t."client_id" as "client", t."asked_scopes" as "askedScopes", t."scopes" as "scopes", t."departments" as "departments", t."partner" as "partner", t."purpose" as "purpose", t."legal_basis" as "legalBasis", t."asked_on" as "askedOn", t."decided_on" as "decidedOn", t."decided_by" as "decidedBy", t."valid_from" as "validFrom", t."valid_to" as "validTo", t."revoked_on" as "revokedOn"
from unnest($1::text[]) with ordinality k(key1, n) join "access"."habilitation" t on t."client_id" = k.key1
order by t."valid_to", t."id"
) q on true;
