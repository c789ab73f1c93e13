import { ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

export const SchemeDetailKind = enumeration("SchemeDetailKind", "Ce qu'une précision du schéma décrit.", {
  PARTNER: "Partenaire associé.",
  MEANS: "Moyen engagé ; actor dit par qui.",
  INDICATOR: "Indicateur de suivi propre au schéma, tel qu'imprimé.",
  SUB_ACTION: "Sous-action.",
  PRIORITY: "Priorité d'une fiche action.",
  LEADER: "Pilote d'une fiche action.",
  ACTOR: "Acteur associé à une fiche action.",
  KEY_ACTION: "Action clé d'une fiche action.",
});
export type SchemeDetailKind = EnumValue<typeof SchemeDetailKind>;

@Entity()
@Open()
@ObjectType({ description: "Précision attachée à un axe, un objectif ou une action du schéma." })
export class SchemeDetail {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its axis, objective or action. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown(SchemeDetailKind, "Ce que la précision décrit.")
  kind!: SchemeDetailKind;

  @Shown("text", "Texte.")
  label!: string;

  @Shown("text", "Qui, pour un moyen.", { nullable: true })
  actor!: string | null;
}
