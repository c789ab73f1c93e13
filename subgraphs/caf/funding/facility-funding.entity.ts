import { Field, Int, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

export const FundingMode = enumeration("FundingMode", "Mode de financement d'un établissement d'accueil du jeune enfant.", {
  PSU: "Prestation de service unique (PSU), versée par la Caf au gestionnaire.",
  PAJE: "Complément de libre choix du mode de garde de la prestation d'accueil du jeune enfant (Paje), versé aux familles.",
  OTHER: "Autre financement.",
});
export type FundingMode = EnumValue<typeof FundingMode>;

@Entity()
@Open()
@ObjectType({ description: "Aides au fonctionnement versées par la Caf à un établissement d'accueil du jeune enfant (EAJE), une année." })
export class FacilityFunding {
  @PrimaryKey({ type: "text" })
  facility!: string;

  @PrimaryKey({ type: "integer" })
  @Field(() => Int, { description: "Année de droit." })
  year!: number;

  @Shown(FundingMode, "Mode de financement de l'établissement cette année-là.")
  mode!: FundingMode;

  @Property({ type: "double", nullable: true })
  psuAmount!: number | null;

  @Property({ type: "double", nullable: true })
  territoryBonusAmount!: number | null;

  @Property({ type: "double", nullable: true })
  socialMixBonusAmount!: number | null;

  @Property({ type: "double", nullable: true })
  disabilityInclusionBonusAmount!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
