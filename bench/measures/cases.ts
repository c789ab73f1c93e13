import { commune, distinctCommunes, distinctViews, national, type Operation, view } from "../load/operations.ts";
import { names, type System } from "../systems/systems.ts";
import type { Case } from "./measure.ts";

/** What results and bars name them. */
export const titles = {
  view: "CDSF view of one department",
  distinct: "Distinct CDSF views",
  distinctCold: "Distinct CDSF views, cold after an import",
  viewCold: "One CDSF view, cold after an import",
  national: "National view of three indicators",
  commune: "One commune",
} as const;

interface Cases {
  warm: Case[];
  cold: Case[];
  /** One request each time. */
  single: Case[];
  /** What is asked beside the view of all departments, and of whom. */
  small: Operation;
  crowded: System[];
}

/** What is asked of each system. The statement by hand answers the view of one department, and nothing else. */
export async function casesOf(systems: readonly System[]): Promise<Cases> {
  const graphs = systems.filter(({ name }) => name !== names.sql);
  const departments = (await ask(systems[0]!)).committees.map(({ department }) => department);
  const distinct = distinctViews(departments.map(({ code }) => code));
  const communes = departments.flatMap((department) => department.communes.nodes.map(({ code }) => code));
  return {
    warm: [
      { title: titles.view, operation: view, systems },
      { title: titles.distinct, operation: distinct, systems: graphs },
      { title: titles.national, operation: national, systems: graphs },
      { title: titles.commune, operation: commune, systems: graphs },
    ],
    cold: [{ title: titles.distinctCold, operation: distinct, systems: graphs, cold: true, load: { once: true } }],
    single: [{ title: titles.viewCold, operation: view, systems, cold: true, load: { once: true, connections: 1 } }],
    small: distinctCommunes(communes),
    crowded: systems.filter(({ name }) => name === names.hub || name === names.hive || name === names.apollo),
  };
}

interface Codes {
  committees: { department: { code: string; communes: { nodes: { code: string }[] } } }[];
}

/** All departments, and some communes of each. */
async function ask({ gateway }: System): Promise<Codes> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({
    query: "{ committees { department { code communes: parts(level: COMMUNE, first: 20) { nodes { code } } } } }",
  });
  const response = await fetch(gateway.url, { method: "POST", headers, body });
  return ((await response.json()) as { data: Codes }).data;
}
