import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";

@Open()
@ObjectType({ description: "Un axe d'un programme rural : petite enfance, parentalité, loisirs, mobilité, numérique…" })
export class RuralProgrammeAxis {
  @Field(() => String, { description: "Nom de l'axe, tel que la caisse l'écrit." })
  label!: string;

  @Field(() => Observation, { description: "Nombre de projets soutenus sur l'axe." })
  projects!: Observation;

  @Field(() => Observation, { description: "Montant accordé sur l'axe, en euros." })
  amount!: Observation;
}
