import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { territoryText } from "../../../foundation/territories/territory-stub.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

export const TerritoryKind = enumeration("TerritoryKind", "Nature d'un territoire. Une liste ne contient que les CURRENT, sauf demande.", {
  CURRENT: "Territoire d'aujourd'hui. Les régions, les départements et les communes forment chacun une partition de la France.",
  FORMER:
    "Territoire qui n'existe plus : commune fusionnée ou dont le code a changé, EPCI dissous. Voir successors, là où ils sont connus.",
  OVERSEAS_COLLECTIVITY: "Collectivité d'outre-mer, hors des 101 départements, ou commune de l'une d'elles.",
  STATISTICAL:
    "Territoire publié à côté des départements : Collectivité de Corse (20), somme de 2A et 2B, Nouveau Rhône (69D) et Métropole de Lyon (69M), dont la somme est le 69, Collectivité européenne d'Alsace (6AE), somme du 67 et du 68. À ne pas additionner avec eux.",
  DEMONSTRATION: "Territoire fictif de démonstration (ZZ), dans aucune somme.",
});
export type TerritoryKind = EnumValue<typeof TerritoryKind>;

/** Other subgraphs lead to a territory: what they say of it stays where its reference does not answer. */
export const ifAway = "null seulement si le référentiel des territoires ne répond pas, ou ne connaît pas le territoire";

@Entity()
@Index({ properties: ["level", "code"] })
@Open()
@ObjectType({ description: territoryText.territory })
@Directive('@key(fields: "id")')
export class Territory {
  @Shown("text", territoryText.id, { key: true })
  id!: string;

  @Shown(TerritoryLevel, territoryText.level)
  @Directive("@shareable")
  level!: TerritoryLevel;

  @Shown("text", territoryText.code)
  @Directive("@shareable")
  code!: string;

  @Property({ type: "text" })
  @Field(() => TerritoryKind, { nullable: true, description: `Nature ; ${ifAway}.` })
  kind!: TerritoryKind;

  @Property({ type: "text" })
  @Field(() => String, { nullable: true, description: `Nom, tel que sa source l'écrit ; ${ifAway}.` })
  name!: string;

  /** As `searchedName` writes it. */
  @Property({ type: "text", lazy: true })
  searchedName!: string;

  /** A municipal district: a part of its commune, in no other list. */
  @Property({ type: "boolean", lazy: true })
  isDistrict!: boolean;

  @Shown(
    "text",
    "Nature juridique d'un EPCI ou d'un EPT : CC, CA, CU, METRO, MET69 ou EPT ; null aux autres échelons, ou si la source ne la dit pas.",
    { nullable: true },
  )
  legalForm!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { nullable: true, description: `Source du code et du nom ; ${ifAway}.` })
  source!: Source;
}
