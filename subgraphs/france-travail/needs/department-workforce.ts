import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";

@Open()
@ObjectType({
  description:
    "Besoins en main-d'œuvre d'un département pour un métier et une année (enquête BMO de France Travail). L'éditeur ne publie que des bassins d'emploi : le hub les additionne, et dit combien sont masqués.",
})
export class DepartmentWorkforce {
  department!: string;

  @Field(() => Int, { description: "Année de l'enquête." })
  year!: number;

  occupation!: string;
}
