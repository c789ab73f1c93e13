import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { register } from "../../../foundation/territories/register.ts";
import { Entity, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";

export const Annex = enumeration(
  "Annex",
  "Annexe de l'arrêté du 4 juillet 2024 relatif aux indicateurs communs des schémas départementaux des services aux familles.",
  {
    DIAGNOSIS: "Annexe 1 : indicateurs du diagnostic territorial, mis à disposition des CDSF avant le 31 mars.",
    FOLLOW_UP: "Annexe 2 : indicateurs prévisionnels et de suivi du plan d'action, transmis à la Cnaf avant le 1er juillet.",
    LOCAL: "Hors de l'arrêté : une série qu'un producteur publie, ou que le hub calcule.",
  },
);
export type Annex = EnumValue<typeof Annex>;

export const DefinitionStatus = enumeration(
  "DefinitionStatus",
  "Ce que l'on sait de la définition : le texte des annexes de l'arrêté n'a pas pu être consulté en entier.",
  {
    CONFIRMED: "Imprimée dans une source officielle consultée.",
    INFERRED: "Existence confirmée, libellé déduit.",
    RECONSTRUCTED: "Reconstituée : à vérifier sur le texte de l'arrêté avant tout usage officiel.",
  },
);
export type DefinitionStatus = EnumValue<typeof DefinitionStatus>;

export const Confidence = enumeration("Confidence", "Confiance dans une définition reconstituée.", {
  HIGH: "Forte.",
  MEDIUM: "Moyenne.",
  LOW: "Faible.",
});
export type Confidence = EnumValue<typeof Confidence>;

export const Mandatory = enumeration("Mandatory", "Caractère obligatoire d'un indicateur.", {
  YES: "Obligatoire.",
  NO: "Facultatif.",
  UNKNOWN: "Non établi par les sources consultées.",
});
export type Mandatory = EnumValue<typeof Mandatory>;

@Entity({ schema: register })
@Open()
@ObjectType({
  description:
    "Définition d'un indicateur : indicateur commun des schémas départementaux des services aux familles (arrêté du 4 juillet 2024, D. 214-2 CASF), ou série d'un producteur (annexe LOCAL). Le catalogue est en partie reconstitué : voir definitionStatus.",
})
@Directive('@key(fields: "code")')
export class Indicator {
  @Shown("text", "Code de l'indicateur dans le hub (T1 à T8 pour les indicateurs à cible).", { key: true })
  code!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown("text", "Unité.")
  unit!: string;

  @Shown(Annex, "Annexe de l'arrêté du 4 juillet 2024.")
  annex!: Annex;

  @Shown("boolean", "Vrai si le rattachement à cette annexe est déduit, non établi.")
  annexInferred!: boolean;

  @Shown(Partner, "Partenaire du hub qui fournit le chiffre.")
  producer!: Partner;

  @Shown("text", "Producteurs tels que le catalogue les nomme.")
  printedProducer!: string;

  @Shown("text", "Échelons de publication, tels que le catalogue les nomme.")
  printedLevel!: string;

  @Shown("text", "Périodicité.")
  frequency!: string;

  @Shown(Mandatory, "Caractère obligatoire.")
  mandatory!: Mandatory;

  @Shown("text", "Précision du catalogue sur le caractère obligatoire.")
  mandatoryNote!: string;

  @Shown("boolean", "Vrai pour les 8 indicateurs dont une cible est fixée au renouvellement du schéma (circulaire Cnaf C-2026-090).")
  hasTarget!: boolean;

  @Shown(DefinitionStatus, "Ce que l'on sait de cette définition.")
  definitionStatus!: DefinitionStatus;

  @Shown(Confidence, "Confiance, pour une définition reconstituée.", { nullable: true })
  confidence!: Confidence | null;

  @Shown("text", "Base légale ou source de la définition.")
  legalBasis!: string;

  @Shown("boolean", "Vrai si les valeurs de territoires voisins s'additionnent ; un taux ne s'additionne pas.")
  isAdditive!: boolean;

  /** Of a ratio: codes of indicators; null where none counts it, or the indicator is none. */
  @Property({ type: "text", nullable: true })
  numerator!: string | null;

  @Property({ type: "text", nullable: true })
  denominator!: string | null;

  /** How many of the denominator the numerator is given for: 100, or 1; null: no ratio. */
  @Property({ type: "integer", nullable: true })
  per!: number | null;

  @Shown(
    "text",
    "Règle de secret statistique du hub qui le protège, s'il y en a une (data/secrecy.json ; le catalogue les attribue). Elle ne retient pas ce que le bilan annuel d'inspection rend public (D. 2324-52 CSP).",
    {
      nullable: true,
    },
  )
  secrecyRule!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source de la définition." })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description:
      "Échéance de chaque année (MM-JJ) : 03-31 pour l'annexe 1 (Cnaf vers CDSF), 07-01 pour l'annexe 2 (Caf vers Cnaf) ; null hors de l'arrêté.",
  })
  get dueMonthDay(): string | null {
    return { [Annex.DIAGNOSIS]: "03-31", [Annex.FOLLOW_UP]: "07-01", [Annex.LOCAL]: null }[this.annex];
  }
}
