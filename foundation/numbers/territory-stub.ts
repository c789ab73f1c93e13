import { Field, ID, InterfaceType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { foreignType, type Stub } from "../graph/stub.ts";
import { TerritoryLevel } from "./territory-level.ts";

const code = { field: "code", description: "Code officiel du territoire." } as const;
const siren = { field: "siren", description: "Numéro SIREN (9 chiffres)." } as const;

/** Territories as the subgraphs that do not own them know them. */
const types = {
  Commune: { description: "Commune ou arrondissement municipal.", key: code },
  Epci: { description: "Établissement public de coopération intercommunale à fiscalité propre.", key: siren, alias: code },
  FormerEpci: { description: "Ancien EPCI, connu par un document de l'époque.", key: code },
  Department: { description: "Département, ou territoire de même niveau.", key: code },
  Region: { description: "Région.", key: code },
};

type Name = keyof typeof types;
type TerritoryStub<N extends Name> = Stub<N extends "Epci" ? "siren" | "code" : "code">;

const names: Record<TerritoryLevel, Name> = {
  [TerritoryLevel.COMMUNE]: "Commune",
  [TerritoryLevel.EPCI]: "Epci",
  [TerritoryLevel.FORMER_EPCI]: "FormerEpci",
  [TerritoryLevel.DEPARTMENT]: "Department",
  [TerritoryLevel.REGION]: "Region",
};

/** One kind of territory, for a subgraph that never says just « a territory ». */
export function territoryStub<N extends Name>(name: N, more: { resolvable?: boolean; implements?: object } = {}): TerritoryStub<N> {
  return foreignType({ name, audience: Open(), ...types[name], ...more }) as never;
}

/** The interface and those of its types that the subgraph names, with what makes one out of its level and code. */
export function territoryStubs<N extends Name>(...kinds: N[]) {
  @Open()
  @InterfaceType("Territory", { description: "Un territoire : région, département, EPCI, commune, ou ancien EPCI." })
  abstract class Territory {
    @Field(() => ID, { description: code.description })
    code!: string;
  }
  const stubs: Record<string, Stub<"code">> = Object.fromEntries(
    kinds.map((name) => [name, territoryStub(name as Name, { implements: Territory })]),
  );

  /** The key of a territory, for the territories subgraph to complete; null where the level is not one that the subgraph names. */
  function territoryOf(level: TerritoryLevel | null, code: string | null): Territory | null {
    return level === null || code === null ? null : (stubs[names[level]]?.of(code) ?? null);
  }
  return { Territory, territoryOf, ...(stubs as unknown as { [Kind in N]: TerritoryStub<Kind> }) };
}
