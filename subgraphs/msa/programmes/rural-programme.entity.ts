import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

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

/** What a programme does on one axis, as its partner prints it; a null number was not given. */
export interface PlannedAxis {
  label: string;
  projects: number | null;
  amount: number | null;
}

@Entity()
@Open()
@ObjectType({ description: "Programme de la Mutualité sociale agricole (MSA) pour les familles d'un territoire rural." })
@Directive('@key(fields: "id")')
export class RuralProgramme {
  @Shown("text", "Identifiant donné par la caisse de MSA.", { key: true })
  id!: string;

  @Shown(RuralProgrammeKind, "Nature du programme.")
  kind!: RuralProgrammeKind;

  @Shown("text", "Nom du programme.")
  name!: string;

  @Shown("text", "Caisse de MSA qui porte le programme ; une caisse couvre plusieurs départements.")
  msaFund!: string;

  /** Its id. */
  @Index()
  @Property({ type: "text" })
  territory!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown("date", "Date de début.")
  startOn!: string;

  @Shown("date", "Date de fin ; null si la caisse n'en donne pas.", { nullable: true })
  endOn!: string | null;

  @Property({ type: "double", nullable: true })
  budget!: number | null;

  @Index()
  @Property({ type: "text", nullable: true })
  agreement!: string | null;

  @Property({ type: "json" })
  axes!: PlannedAxis[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "D'où vient la description du programme." })
  source!: Source;
}
