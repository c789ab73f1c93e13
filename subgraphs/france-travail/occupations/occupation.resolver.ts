import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Occupation } from "./occupation.entity.ts";
import { occupations, romeCodesOf } from "./readings.ts";

@Resolver(() => Occupation)
export class OccupationResolver {
  @Query(() => Occupation, { nullable: true, description: "Un métier par son code ; null si aucun fichier reçu ne le contient." })
  occupation(
    @Arg("fap", () => ID, { description: "Code métier BMO (FAP), par exemple « T2B60 »." }) fap: string,
    @Ctx() context: Context,
  ): Read<Occupation | null> {
    return occupations(context, fap);
  }

  @FieldResolver(() => [String], {
    description:
      "Codes ROME du métier, là où la nomenclature FAP 2009 le porte sous le même code ; vide pour un métier que l'enquête regroupe autrement.",
  })
  @Directive("@listSize(assumedSize: 4)")
  async romeCodes(@Root() { fap }: Occupation, @Ctx() context: Context): Promise<string[]> {
    return (await romeCodesOf(context, fap)).map(({ rome }) => rome);
  }
}
