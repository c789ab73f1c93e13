import { Directive, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, Property } from "../../../foundation/tables/columns.ts";
import { Programme } from "../programme.ts";

export const RuralProgrammeKind = enumeration(
  "RuralProgrammeKind",
  "Nature d'un programme de la MSA pour les familles des territoires ruraux.",
  {
    GMR: "« Grandir en milieu rural » (GMR) : convention avec un EPCI ou une commune, qui complète la convention territoriale globale.",
    FAMILY_CHARTER: "Charte territoriale « Avec les familles » : diagnostic partagé et engagements de la MSA et du territoire.",
    OTHER: "Autre programme de la MSA.",
  },
);
export type RuralProgrammeKind = EnumValue<typeof RuralProgrammeKind>;

/** What a programme does under one heading, as its partner prints it; a null number was not given. */
export interface PlannedLine {
  label: string;
  projects: number | null;
  amount: number | null;
}

@Entity()
@Open()
@ObjectType({
  implements: Programme,
  description: "Programme de la Mutualité sociale agricole (MSA) pour les familles d'un territoire rural.",
})
@Directive('@key(fields: "id")')
export class RuralProgramme extends Programme {
  @Shown(RuralProgrammeKind, "Nature du programme.")
  kind!: RuralProgrammeKind;

  @Shown("text", "Caisse de MSA qui porte le programme ; une caisse couvre plusieurs départements.")
  msaFund!: string;

  /** Its id. */
  @Index()
  @Property({ type: "text" })
  territory!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @Property({ type: "double", nullable: true })
  budget!: number | null;

  @Index()
  @Property({ type: "text", nullable: true })
  agreement!: string | null;

  @Property({ type: "json" })
  lines!: PlannedLine[];
}
