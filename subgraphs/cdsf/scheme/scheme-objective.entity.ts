import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Objectif (ou orientation) d'un schéma départemental des services aux familles." })
export class SchemeObjective {
  /** `<scheme>-objectif-<code>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its axis. */
  @Property({ type: "text" })
  axis!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Numéro, par exemple « 1.2 ».")
  code!: string;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown("text", "Calendrier, tel qu'imprimé.", { nullable: true })
  calendar!: string | null;
}
