import { Directive, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, Property } from "../../../foundation/tables/columns.ts";
import { Programme } from "../programme.ts";

export const EducationProgrammeKind = enumeration("EducationProgrammeKind", "Nature d'un programme éducatif de territoire.", {
  CITE_EDUCATIVE: "Cité éducative : label de l'État dans des quartiers prioritaires.",
  TER: "Territoire éducatif rural.",
  PEDT: "Projet éducatif territorial.",
});
export type EducationProgrammeKind = EnumValue<typeof EducationProgrammeKind>;

export const CafInvolvement = enumeration("CafInvolvement", "Part que la Caf prend à la conduite d'un programme éducatif.", {
  NONE: "Aucune.",
  STRATEGIC: "Gouvernance stratégique.",
  OPERATIONAL: "Gouvernance opérationnelle.",
  BOTH: "Gouvernance stratégique et opérationnelle.",
});
export type CafInvolvement = EnumValue<typeof CafInvolvement>;

@Entity()
@Open()
@ObjectType({
  implements: Programme,
  description:
    "Programme éducatif de territoire avec lequel un schéma ou une CTG s'articule : cité éducative, territoire éducatif rural, PEDT.",
})
@Directive('@key(fields: "id")')
export class EducationProgramme extends Programme {
  @Shown(EducationProgrammeKind, "Nature.")
  kind!: EducationProgrammeKind;

  @Shown(CafInvolvement, "Part que la Caf prend à sa conduite ; null si la source ne le dit pas.", { nullable: true })
  cafInvolvement!: CafInvolvement | null;

  /** Its code. */
  @Index()
  @Property({ type: "text" })
  department!: string;
}
