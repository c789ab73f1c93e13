import type { FindOptions } from "@mikro-orm/core";
import { byKey, type Context } from "../../foundation/graph/context.ts";
import { Client } from "./clients/client.entity.ts";

/** Clients come with their habilitations, past ones too, by last day of validity, in one statement. */
const whole: FindOptions<Client, "habilitations"> = {
  populate: ["habilitations"],
  strategy: "joined",
  orderBy: { id: "asc", habilitations: { validTo: "asc", id: "asc" } },
};

export const clientsById = byKey<string, Client>(
  (ids, { em }) => em.find(Client, { id: { $in: ids } }, whole),
  (row) => row.id,
);

export function allClients({ em }: Context): Promise<Client[]> {
  return em.find(Client, {}, whole);
}
