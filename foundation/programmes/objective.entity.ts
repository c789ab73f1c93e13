import { Directive, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { Shown } from "../graph/shown.ts";
import { Entity, Index, Property } from "../tables/columns.ts";

@Entity()
@Open()
@ObjectType({ description: "Objectif (ou orientation) d'un axe." })
@Directive("@shareable")
export class Objective {
  /** `<programme>-objectif-<code>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  programme!: string;

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
  printedCalendar!: string | null;
}
