import { Directive, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { Shown } from "../graph/shown.ts";
import { Entity, Index, Property } from "../tables/columns.ts";

@Entity()
@Open()
@ObjectType({ description: "Axe du plan d'action d'un engagement." })
@Directive("@shareable")
export class Axis {
  /** `<programme>-axe-<number>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  programme!: string;

  @Shown("integer", "Numéro.")
  number!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown("text", "Calendrier, tel qu'imprimé.", { nullable: true })
  printedCalendar!: string | null;
}
