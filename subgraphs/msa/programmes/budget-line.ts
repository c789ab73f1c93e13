import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";

@Open()
@ObjectType({ description: "Ce qu'un programme rural fait sous une rubrique : petite enfance, parentalité, loisirs, mobilité, numérique…" })
export class BudgetLine {
  @Field(() => String, { description: "Nom de la rubrique, tel que la caisse l'écrit." })
  label!: string;

  @Field(() => Observation, { description: "Nombre de projets soutenus." })
  projects!: Observation;

  @Field(() => Observation, { description: "Montant accordé, en euros." })
  amount!: Observation;
}
