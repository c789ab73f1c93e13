import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Department } from "../territory.stub.ts";
import { EmploymentBasin } from "./employment-basin.entity.ts";
import { employmentBasins } from "./readings.ts";

@Resolver(() => EmploymentBasin)
export class EmploymentBasinResolver {
  @Query(() => EmploymentBasin, {
    nullable: true,
    description: "Un bassin d'emploi par son code ; null si aucun fichier reçu ne le contient.",
  })
  employmentBasin(
    @Arg("code", () => ID, { description: "Code du bassin d'emploi, par exemple « 4418 » (Chaumont)." }) code: string,
    @Ctx() context: Context,
  ): Read<EmploymentBasin | null> {
    return employmentBasins(context, code);
  }

  @FieldResolver(() => [Department], {
    nullable: "items",
    description: "Départements que le bassin couvre, selon le dernier fichier importé.",
  })
  @Directive("@listSize(assumedSize: 2)")
  departments(@Root() basin: EmploymentBasin): Department[] {
    return basin.departmentCodes.map((code) => Department.of(code));
  }
}
