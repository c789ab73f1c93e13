import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

export const AgreementStatus = enumeration("AgreementStatus", "État d'une convention territoriale globale (CTG), à la date de la source.", {
  SIGNED: "Signée. Voir endOn : elle peut être échue.",
  IN_PREPARATION: "En cours d'élaboration, pas encore signée.",
  NONE: "Pas de CTG : la source le dit explicitement. Un territoire absent de la liste est un territoire dont on ne sait rien.",
});
export type AgreementStatus = EnumValue<typeof AgreementStatus>;

export const AgreementSignatory = enumeration("AgreementSignatory", "Nature d'un signataire de convention territoriale globale (CTG).", {
  CAF: "Caisse d'allocations familiales.",
  COMMUNE: "Une commune, ou plusieurs.",
  EPCI: "Établissement public de coopération intercommunale.",
  CD: "Conseil départemental.",
  MSA: "Mutualité sociale agricole.",
  PREFET: "Préfet de département.",
  CNAM: "Assurance maladie (Cnam ou caisse primaire).",
  ARS: "Agence régionale de santé.",
  REGION: "Conseil régional.",
});
export type AgreementSignatory = EnumValue<typeof AgreementSignatory>;

@Entity()
@Open()
@ObjectType({
  description:
    "Convention territoriale globale (CTG) : accord pluriannuel de la Caf et d'une commune ou d'un EPCI sur les services aux familles. Elle peut tenir lieu de schéma pluriannuel de l'autorité organisatrice (art. L. 214-1-3 du code de l'action sociale et des familles ; circulaire Cnaf C-2026-090).",
})
@Directive('@key(fields: "id")')
export class TerritorialAgreement {
  @Shown("text", "Identifiant de la convention dans le hub.", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  /** The territory's id. */
  @Index()
  @Property({ type: "text" })
  holder!: string;

  @Shown(AgreementStatus, "État de la convention à la date de la source.")
  status!: AgreementStatus;

  @Shown("integer", "Année de signature ; null si elle n'est pas signée ou si la source ne le dit pas.", { nullable: true })
  signedYear!: number | null;

  @Shown("date", "Date de signature, si la source donne le jour.", { nullable: true })
  signedOn!: string | null;

  @Shown("integer", "Rang : 1 pour la première CTG du territoire, 2 pour celle qui lui a succédé… Null si la source ne le dit pas.", {
    nullable: true,
  })
  rank!: number | null;

  @Shown("date", "Début de la convention, si la source le dit.", { nullable: true })
  startOn!: string | null;

  @Shown("date", "Fin de la convention, dernier jour compris, si la source le dit.", { nullable: true })
  endOn!: string | null;

  @Shown([AgreementSignatory], "Natures des signataires ; null si la source ne les dit pas.", { nullable: true })
  signatories!: AgreementSignatory[] | null;

  @Shown("text[]", "Thématiques, telles que la source les nomme ; null si elle ne les dit pas.", { nullable: true })
  themes!: string[] | null;

  @Shown("text", "Texte imprimé par la source (année ou années de signature), s'il y en a un.", { nullable: true })
  printed!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source de la ligne." })
  source!: Source;
}
