import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { DateScalar } from "../graph/scalars.ts";
import { Shown } from "../graph/shown.ts";
import { Entity, Index, PrimaryKey, Property } from "../tables/columns.ts";
import { ActionState } from "./action-state.ts";

@Entity()
@Open()
@ObjectType({ description: "Où en était une action, un jour donné." })
@Directive("@shareable")
export class ActionProgress {
  /** The id of the action. */
  @PrimaryKey({ type: "text" })
  action!: string;

  @Field(() => DateScalar, { description: "Jour auquel on l'a dit." })
  @PrimaryKey({ type: "date" })
  on!: string;

  @Index()
  @Property({ type: "text" })
  programme!: string;

  @Shown(ActionState, "Où elle en était.")
  state!: ActionState;

  @Shown("text", "Qui l'a dit : instance ou organisme, jamais une personne.", { nullable: true })
  by!: string | null;
}
