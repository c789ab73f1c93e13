import { stringify } from "csv-stringify/sync";
import { type ExecutionResult, graphql } from "graphql";
import { openReaderDatabase, openSubgraph } from "../../../foundation/graph/open-subgraph.ts";
import { ClientKind, type Rights } from "../../../foundation/rights/rights.ts";
import access from "../../../subgraphs/access/subgraph.ts";
import { importInto } from "../../import-into.ts";

/** The subgraph `access` on a database, asked and filled as the gateway and the import command do. */
export async function openRegistry(databaseUrl: string) {
  const statements: string[] = [];
  const database = openReaderDatabase(databaseUrl, { versions: { trustMs: 0 }, onStatement: ({ name }) => statements.push(name) });
  const { contextOf } = await openSubgraph(access, database, {
    journalMonths: 12,
    onJournalFailure: (cause) => Promise.reject(cause),
  });

  function importRows(name: "clients" | "habilitations", rows: Record<string, string>[]) {
    return importInto(databaseUrl, "access", name, stringify(rows, { header: true }));
  }

  /** @param client who asks; null: nobody known */
  async function ask(client: string | null, source: string): Promise<ExecutionResult<any>> {
    const rights: Rights = { client, kind: client ? ClientKind.PARTNER_SYSTEM : ClientKind.ANONYMOUS, grants: [] };
    return graphql({ schema: access.schema, source, contextValue: await contextOf({ rights }) });
  }

  return { statements, importRows, ask, close: () => database.close() };
}

const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });

/** The day in Paris so many days from now, AAAA-MM-JJ. */
export function dayFromNow(days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A line of the file of habilitations, in force unless the cells say otherwise. */
export function habilitation(cells: Record<string, string> = {}): Record<string, string> {
  return {
    id: "T-1",
    client: "cd52",
    portees_demandees: "inspections:read|plans:unpublished",
    portees_accordees: "inspections:read",
    departements: "52|ZZ",
    finalite: "Contrôler les établissements du département.",
    base_legale: "L. 2324-2 CSP",
    demande_le: "2024-01-10",
    decide_le: "2024-02-10",
    decide_par: "Présidence du CDSF",
    valable_du: "2024-03-01",
    valable_au: dayFromNow(365),
    revoque_le: "",
    ...cells,
  };
}
