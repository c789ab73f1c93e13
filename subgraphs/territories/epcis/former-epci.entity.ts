import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Department } from "../departments/department.entity.ts";
import { Territory } from "../territory.ts";

@Entity()
@Open()
@ObjectType({
  implements: Territory,
  description:
    "EPCI qui n'existe plus (fusions de 2017), connu par un document de l'époque qui n'en donne pas le SIREN. Il n'est rapproché d'aucun EPCI d'aujourd'hui, même de nom voisin : le périmètre a changé.",
})
@Directive('@key(fields: "code")')
export class FormerEpci {
  /** `<department>:<key in the document>`, for instance `52:cc-pays-chalindrey`. */
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  @ManyToOne(() => Department, { mapToPk: true, createForeignKeyConstraint: false })
  @Field(() => Department, { description: "Département." })
  department!: string;

  @Shown("integer", "Nombre de communes membres, au millésime de la source.")
  communeCount!: number;

  @Property({ type: "integer" })
  totalPopulation!: number;

  @ManyToOne(() => Source)
  source!: Source;

  get level(): TerritoryLevel {
    return TerritoryLevel.FORMER_EPCI;
  }
}
