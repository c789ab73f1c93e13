import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from "type-graphql";
import { hubError } from "../../../foundation/errors.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { DateTimeScalar } from "../../../foundation/graph/scalars.ts";
import { maxListed } from "../../../foundation/limits.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Annex, type Indicator } from "../catalogue/indicator.entity.ts";
import { catalogue } from "../catalogue/readings.ts";
import { Territory } from "../territory.stub.ts";
import { checkYears } from "./check-years.ts";
import { observationOf } from "./observation-of.ts";
import { recordedIn, recordedOf } from "./readings.ts";
import { Value } from "./value.ts";

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => [Value], {
    nullable: true,
    description: `Valeurs des indicateurs pour ce territoire, ${maxListed} au plus, par année puis dans l'ordre du catalogue. Ceux de l'arrêté, ou demandés par leur code, y figurent même sans chiffre, avec la raison ; les autres s'ils en ont un.`,
  })
  @Directive("@listSize(assumedSize: 88)")
  async values(
    @Root() { level, code }: Territory,
    @Arg("indicators", () => [ID], { nullable: true, description: "Codes voulus ; par défaut, tous." }) codes: string[] | undefined,
    @Arg("years", () => [Int], { nullable: true, description: "Années voulues ; par défaut, toutes celles qui ont un chiffre." })
    years: number[] | undefined,
    @Arg("annex", () => Annex, { nullable: true, description: "Ne garder qu'une annexe, ou les séries hors de l'arrêté (LOCAL)." }) annex:
      | Annex
      | undefined,
    @Arg("status", () => [ObservationStatus], { nullable: true, description: "Ne garder que ces statuts." })
    statuses: ObservationStatus[] | undefined,
    @Arg("asOf", () => DateTimeScalar, { nullable: true, description: "Ce qui était connu du hub à cet instant." })
    asOf: Date | undefined,
    @Ctx() context: Context,
  ): Promise<Value[]> {
    const all = await catalogue(context, {});
    const unknown = (codes ?? []).filter((each) => !all.some((indicator) => indicator.code === each));
    if (unknown.length > 0)
      throw hubError("BAD_ARGUMENT", `Code d'indicateur inconnu : ${unknown.join(", ")}. La liste est dans « indicators ».`);
    checkYears(years ?? []);
    const wanted = all.filter((indicator) => (!codes || codes.includes(indicator.code)) && (!annex || indicator.annex === annex));
    const isDue = (indicator: Indicator) => codes !== undefined || indicator.annex !== Annex.LOCAL;
    const at = asOf?.toISOString() ?? null;
    const given = years && [...new Set(years)];
    // All of some years come together. By codes they do not, who asks for few of many territories: their numbers are read by their own keys.
    const ofYears = given && !codes && (await Promise.all(given.map((year) => recordedIn(context, { level, code, year, asOf: at }))));
    const last = ofYears && new Map(ofYears.flat().map((observation) => [`${observation.measure} ${observation.year}`, observation]));
    const recorded = given ? [] : await recordedOf(context, { level, code, asOf: at });
    const isRecorded = new Set(last ? last.keys() : recorded.map(({ measure, year }) => `${measure} ${year}`));
    const known = new Set(wanted.map((indicator) => indicator.code));
    const asked = given ?? [...new Set(recorded.filter(({ measure }) => known.has(measure)).map(({ year }) => year))].sort();
    const pairs = asked.flatMap((year) =>
      wanted
        .filter((indicator) => isRecorded.has(`${indicator.code} ${year}`) || (years !== undefined && isDue(indicator)))
        .map((indicator) => ({ indicator, year })),
    );
    if (pairs.length > maxListed)
      throw hubError(
        "BAD_ARGUMENT",
        `Cela fait ${pairs.length} valeurs : demandez-en ${maxListed} au plus, par moins d'indicateurs ou d'années.`,
      );
    const values = pairs.map(({ indicator, year }) => {
      const value = Value.of({ indicator: indicator.code, level, code, year, pinned: null }, indicator, at);
      if (last) value.recorded = last.get(`${indicator.code} ${year}`) ?? null;
      return value;
    });
    if (!statuses) return values;
    const found = await Promise.all(values.map((value) => observationOf(value, context)));
    return values.filter((_, n) => statuses.includes(found[n]!.status));
  }
}
