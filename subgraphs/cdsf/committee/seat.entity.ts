import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, ManyToOne, PrimaryKey } from "../../../foundation/tables/columns.ts";
import { SeatCategory } from "./seat-category.ts";

/** Who holds a seat during a time, or that nobody does. */
@Entity()
@Open()
@ObjectType({ description: "Siège du CDSF : l'organisme ou la fonction qui l'occupe, jamais une personne." })
export class Seat {
  /** The department's code. */
  @PrimaryKey({ type: "text" })
  committee!: string;

  @PrimaryKey({ type: "text" })
  @Field(() => SeatCategory, { description: "À quel titre." })
  category!: SeatCategory;

  @PrimaryKey({ type: "integer" })
  @Field(() => Int, { description: "Numéro du siège dans sa catégorie." })
  number!: number;

  @PrimaryKey({ type: "date" })
  @Field(() => DateScalar, { description: "Depuis quel jour il est occupé ainsi, ou vacant." })
  since!: string;

  @Shown("date", "Dernier jour : fin du mandat, ou de la vacance ; null s'il n'est pas connu.", { nullable: true })
  until!: string | null;

  @Shown("text", "Organisme ou fonction ; null si le siège est vacant.", { nullable: true })
  holder!: string | null;

  /** The day on which it is looked at: no column. */
  asOf!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
