import { type ClientKind, openData, type Rights } from "../foundation/rights/rights.ts";
import type { Scope } from "../foundation/rights/scopes.ts";
import { csvRows } from "./printed-file.ts";

const registry = csvRows("data/demonstration/clients.csv");
const habilitations = csvRows("data/demonstration/habilitations.csv");

/** The clients of the sample, and nobody known. */
export const clients: string[] = ["anonymous", ...registry.map(({ id }) => id!)];

/** What the sample's files grant a client today, read apart from the hub's own code. */
export function rightsOf(client: string): Rights {
  if (client === "anonymous") return openData;
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  return {
    client,
    kind: registry.find(({ id }) => id === client)!.type as ClientKind,
    grants: habilitations
      .filter((row) => row.client === client && row.valable_du! <= today && today <= row.valable_au! && !row.revoque_le)
      .map((row) => ({
        habilitation: row.id!,
        purpose: row.finalite!,
        scopes: row.portees_accordees!.split("|") as Scope[],
        departments: row.departements!.split("|"),
        partner: row.partenaire || null,
      })),
  };
}
