import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, ManyToOne } from "../../../foundation/tables/columns.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Axe d'un schéma départemental des services aux familles." })
export class SchemeAxis {
  /** `<scheme>-axe-<number>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  @Shown("integer", "Numéro.")
  number!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown("text", "Calendrier, tel qu'imprimé.", { nullable: true })
  calendar!: string | null;
}
