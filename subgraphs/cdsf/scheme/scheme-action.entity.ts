import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Action d'un schéma départemental des services aux familles." })
export class SchemeAction {
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesScheme, { mapToPk: true, createForeignKeyConstraint: false })
  scheme!: string;

  /** The id of its objective, or of its axis where the document knows no objective. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown("text", "Calendrier, tel qu'imprimé.", { nullable: true })
  calendar!: string | null;

  @Shown("text", "Pilote ou comité responsable, tel qu'imprimé.", { nullable: true })
  leader!: string | null;
}
