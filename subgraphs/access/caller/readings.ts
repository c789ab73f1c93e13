import { queryOne } from "../../../foundation/graph/readings/query.ts";
import { Client } from "../clients/client.entity.ts";
import { Habilitation } from "../habilitations/habilitation.entity.ts";

/** What kind of client a client is, and all that he was ever granted. Asked anew for each request with a token. */
export const callers = queryOne<{ client: string }, Pick<Client, "kind"> & { habilitations: Habilitation[] }>({
  parameters: { client: "text" },
  audience: "anew",
  text: (names, keys) => `select k.n, c.kind, h.habilitations
from ${keys}
join ${names.table(Client)} c on c.id = k.client
cross join lateral (
  select coalesce(json_agg(json_build_object('id', h.id, 'scopes', h.scopes, 'departments', h.departments, 'purpose', h.purpose, 'partner', h.partner,
    'validFrom', h.valid_from, 'validTo', h.valid_to, 'revokedOn', h.revoked_on) order by h.valid_to, h.id), '[]') as habilitations
  from ${names.table(Habilitation)} h where h.client_id = c.id) h`,
});
