import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Territory } from "../territory.ts";
import { Region } from "./region.entity.ts";

export const DepartmentKind = enumeration("DepartmentKind", "Nature d'un territoire de niveau départemental.", {
  DEPARTMENT: "Département (101, outre-mer compris).",
  OVERSEAS_COLLECTIVITY: "Collectivité d'outre-mer.",
  STATISTICAL:
    "Territoire publié par la Drees à côté des départements : Collectivité de Corse (20), somme de 2A et 2B, Nouveau Rhône (69D) et Métropole de Lyon (69M), dont la somme est le 69, Collectivité européenne d'Alsace (6AE), somme du 67 et du 68. À ne pas additionner avec eux.",
  DEMONSTRATION: "Département fictif de démonstration (ZZ).",
});
export type DepartmentKind = EnumValue<typeof DepartmentKind>;

@Entity()
@Open()
@ObjectType({
  implements: Territory,
  description: "Département (code officiel géographique de l'Insee, millésime 2026), ou territoire de même niveau (voir kind).",
})
@Directive('@key(fields: "code")')
export class Department {
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  @Shown(DepartmentKind, "Nature du territoire : seuls les DEPARTMENT forment une partition de la France métropolitaine et des DROM.")
  kind!: DepartmentKind;

  @ManyToOne(() => Region, { mapToPk: true, nullable: true, createForeignKeyConstraint: false })
  @Field(() => Region, { nullable: true, description: "Région du département." })
  region!: string | null;

  get level(): TerritoryLevel {
    return TerritoryLevel.DEPARTMENT;
  }
}
