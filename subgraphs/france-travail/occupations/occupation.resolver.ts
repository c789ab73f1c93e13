import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Occupation } from "./occupation.entity.ts";
import { occupations } from "./readings.ts";

@Resolver(() => Occupation)
export class OccupationResolver {
  @Query(() => Occupation, { nullable: true, description: "Un métier par son code ; null si aucun fichier reçu ne le contient." })
  occupation(
    @Arg("fap", () => ID, { description: "Code métier BMO (FAP), par exemple « T2B60 »." }) fap: string,
    @Ctx() context: Context,
  ): Read<Occupation | null> {
    return occupations(context, fap);
  }
}
