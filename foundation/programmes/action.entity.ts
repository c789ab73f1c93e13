import { Directive, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { Shown } from "../graph/shown.ts";
import { Party } from "../terms/party.ts";
import { Entity, Index, Property } from "../tables/columns.ts";

@Entity()
@Open()
@ObjectType({ description: "Action d'un axe, ou d'un objectif." })
@Directive("@shareable")
export class Action {
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  programme!: string;

  /** The id of its objective, or of its axis where the document knows no objective. */
  @Property({ type: "text" })
  parent!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Libellé.")
  label!: string;

  @Shown(Party, "Pilote ; null si la source n'en dit pas la nature.", { nullable: true })
  pilot!: Party | null;

  @Shown("text", "Pilote, tel qu'imprimé.", { nullable: true })
  printedPilot!: string | null;

  @Shown("date", "Premier jour, si la source le donne.", { nullable: true })
  startOn!: string | null;

  @Shown("date", "Dernier jour, si la source le donne : l'action est en retard après lui.", { nullable: true })
  endOn!: string | null;

  @Shown("text", "Calendrier, tel qu'imprimé.", { nullable: true })
  printedCalendar!: string | null;
}
