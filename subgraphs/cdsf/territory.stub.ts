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
@ObjectType({ implements: Territory, description: "Région." })
@Directive('@key(fields: "code")')
export class Region {
  code!: string;
}

@Open()
@ObjectType({ implements: Territory, description: "Département, ou territoire de même niveau." })
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
@ObjectType({ implements: Territory, description: "Ancien EPCI." })
@Directive('@key(fields: "code")')
export class FormerEpci {
  code!: string;
}

@Open()
@ObjectType({ implements: Territory, description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code")')
export class Commune {
  code!: string;
}

const classes = {
  [TerritoryLevel.REGION]: Region,
  [TerritoryLevel.DEPARTMENT]: Department,
  [TerritoryLevel.FORMER_EPCI]: FormerEpci,
  [TerritoryLevel.COMMUNE]: Commune,
};

/** The key of a territory, for the territories subgraph to complete. */
export function territoryOf(level: TerritoryLevel, code: string): Territory {
  return level === TerritoryLevel.EPCI ? Object.assign(new Epci(), { siren: code }) : Object.assign(new classes[level](), { code });
}
