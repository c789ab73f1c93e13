import { Directive, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, Property } from "../../../foundation/tables/columns.ts";
import { Programme } from "../programme.ts";

export const AgreementStatus = enumeration("AgreementStatus", "État d'une convention territoriale globale (CTG), à la date de la source.", {
  SIGNED: "Signée. Voir endOn : elle peut être échue.",
  IN_PREPARATION: "En cours d'élaboration, pas encore signée.",
  NONE: "Pas de CTG : la source le dit explicitement. Un territoire absent de la liste est un territoire dont on ne sait rien.",
});
export type AgreementStatus = EnumValue<typeof AgreementStatus>;

@Entity()
@Open()
@ObjectType({
  implements: Programme,
  description:
    "Convention territoriale globale (CTG) : accord pluriannuel de la Caf et d'une commune ou d'un EPCI sur les services aux familles. Elle peut tenir lieu de schéma pluriannuel de l'autorité organisatrice (art. L. 214-1-3 du code de l'action sociale et des familles ; circulaire Cnaf C-2026-090).",
})
@Directive('@key(fields: "id")')
export class TerritorialAgreement extends Programme {
  @Index()
  @Property({ type: "text" })
  department!: string;

  /** The territory's id. */
  @Index()
  @Property({ type: "text" })
  holder!: string;

  /** Ids of the territories that signed: its holder, and others. */
  @Property({ type: "text[]" })
  signerIds!: string[];

  @Shown(AgreementStatus, "État de la convention à la date de la source.")
  status!: AgreementStatus;

  @Shown("integer", "Année de signature ; null si elle n'est pas signée ou si la source ne le dit pas.", { nullable: true })
  signedYear!: number | null;

  @Shown("integer", "Rang : 1 pour la première CTG du territoire, 2 pour celle qui lui a succédé… Null si la source ne le dit pas.", {
    nullable: true,
  })
  rank!: number | null;

  @Shown("text", "Texte imprimé par la source (année ou années de signature), s'il y en a un.", { nullable: true })
  printed!: string | null;
}
