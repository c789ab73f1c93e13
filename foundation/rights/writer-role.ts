import { departmentsByScope, type Grant } from "./rights.ts";
import { readerRole, rightsVariable } from "./row-level-security.ts";
import { journalRole } from "./access-journal.ts";

/** The role under which a mutation writes: it owns nothing, and adds to some tables what the policies let it. */
export const writerRole = "cdsf_hub_writer";

/** All that the hub serves under; none owns anything. */
export const servingRoles = [readerRole, journalRole, writerRole] as const;

/** Session variables in which policies find who writes, and whose numbers he may. */
const clientVariable = "hub.client";
const partnerVariable = "hub.partner";

/** The variables of a writer's session, for one habilitation. */
export function writerSessionOf(client: string, grant: Grant): Record<string, string> {
  return {
    [rightsVariable]: JSON.stringify(departmentsByScope({ grants: [grant] })),
    [clientVariable]: client,
    [partnerVariable]: grant.partner ?? "",
  };
}

/** SQL: the client that writes. */
export const writingClient = `current_setting('${clientVariable}', true)`;

/** SQL: the partner whose numbers he may write. */
export const writingPartner = `current_setting('${partnerVariable}', true)`;
