import { Directive, Field, ID, InterfaceType, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";

const code = "Code officiel du territoire.";

@Open()
@InterfaceType({ description: "Un territoire : région, département, EPCI, commune, ou ancien EPCI." })
export abstract class Territory {
  @Field(() => ID, { description: code })
  code!: string;
}

@Open()
@ObjectType({ implements: Territory, description: "Département." })
@Directive('@key(fields: "code")')
export class Department {
  code!: string;
}

@Open()
@ObjectType({ implements: Territory, description: "Établissement public de coopération intercommunale à fiscalité propre." })
@Directive('@key(fields: "siren")')
export class Epci {
  @Field(() => ID, { description: "Numéro SIREN (9 chiffres)." })
  siren!: string;

  @Field(() => ID, { description: code })
  @Directive("@shareable")
  get code(): string {
    return this.siren;
  }
}

@Open()
@ObjectType({ implements: Territory, description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code")')
export class Commune {
  code!: string;
}

/** The levels at which a rural programme is agreed. */
export type ProgrammeLevel = Exclude<TerritoryLevel, "FORMER_EPCI" | "REGION">;

/** The key of a territory, for the territories subgraph to complete. */
export function territoryOf(level: ProgrammeLevel, code: string): Territory {
  if (level === TerritoryLevel.EPCI) return Object.assign(new Epci(), { siren: code });
  return Object.assign(level === TerritoryLevel.COMMUNE ? new Commune() : new Department(), { code });
}
