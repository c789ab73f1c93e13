import type { Subgraph } from "../foundation/graph/subgraph.ts";
import type { Dataset } from "../foundation/imports/dataset.ts";
import { register } from "../foundation/territories/register.ts";
import { StartError } from "../foundation/start-error.ts";

interface Listed {
  /** Name in URLs, PostgreSQL schema (with `_`), folders and the supergraph. */
  name: string;
  /** The partner as a French reader knows it, for error messages. */
  partner: string;
  load: () => Promise<Subgraph>;
  /** What `npm run import -- <name> …` can read. */
  datasets: () => Promise<readonly Dataset[]>;
}

/**
 * The one list of subgraphs: start, composition, migrations, imports, tests and docker-compose follow it. The register comes first: all others
 * publish their numbers to it. Then the one whose sample takes longest to load: the others are loaded beside it.
 */
export const subgraphs: readonly Listed[] = [
  {
    name: register,
    partner: "Registre des indicateurs",
    load: async () => (await import("./indicators/subgraph.ts")).default,
    datasets: async () => (await import("./indicators/datasets.ts")).default,
  },
  {
    name: "france-travail",
    partner: "France Travail",
    load: async () => (await import("./france-travail/subgraph.ts")).default,
    datasets: async () => (await import("./france-travail/datasets.ts")).default,
  },
  {
    name: "territories",
    partner: "Référentiel des territoires",
    load: async () => (await import("./territories/subgraph.ts")).default,
    datasets: async () => (await import("./territories/datasets.ts")).default,
  },
  {
    name: "cdsf",
    partner: "Secrétariat du CDSF",
    load: async () => (await import("./cdsf/subgraph.ts")).default,
    datasets: async () => [
      ...(await import("./cdsf/datasets.ts")).default,
      (await import("./indicators/targets/target.import.ts")).targets, // the secretariat sends them, the register keeps them
    ],
  },
  {
    name: "caf",
    partner: "Caf",
    load: async () => (await import("./caf/subgraph.ts")).default,
    datasets: async () => (await import("./caf/datasets.ts")).default,
  },
  {
    name: "pmi",
    partner: "CD PMI",
    load: async () => (await import("./pmi/subgraph.ts")).default,
    datasets: async () => (await import("./pmi/datasets.ts")).default,
  },
  {
    name: "msa",
    partner: "MSA",
    load: async () => (await import("./msa/subgraph.ts")).default,
    datasets: async () => (await import("./msa/datasets.ts")).default,
  },
  {
    name: "access",
    partner: "Registre des habilitations",
    load: async () => (await import("./access/subgraph.ts")).default,
    datasets: async () => (await import("./access/datasets.ts")).default,
  },
];

/** @throws StartError when the name is not in the list; the message lists the names. */
export function listed(name: string): Listed {
  const found = subgraphs.find((subgraph) => subgraph.name === name);
  if (!found) throw new StartError(`Sous-graphe inconnu « ${name} » : choisissez parmi ${subgraphs.map((s) => s.name).join(", ")}.`);
  return found;
}
