import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Finding, findingsOf, Severity } from "../../../foundation/findings/finding.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { catalogue } from "../catalogue/readings.ts";
import { Territory } from "../territory.stub.ts";
import { checkYears } from "../values/check-years.ts";
import { toldOf } from "./readings.ts";
import type { Told } from "./territory-facts.ts";
import { territoryRules } from "./territory-rules.ts";

@Resolver(() => Territory)
export class TerritoryFindingsResolver {
  @FieldResolver(() => [Finding], {
    nullable: true,
    description:
      "Chiffres du territoire qui se contredisent une année : un total et ses parties, deux producteurs. Rien n'est corrigé : chaque chiffre est servi tel que publié.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async findings(
    @Root() { level, code }: Territory,
    @Arg("year", () => Int, { description: "Année." }) year: number,
    @Arg("severities", () => [Severity], { nullable: true, description: "Gravités voulues ; par défaut, toutes." })
    severities: Severity[] | undefined,
    @Ctx() context: Context,
  ): Promise<Finding[]> {
    checkYears([year]);
    const [all, indicators] = await Promise.all([toldOf(context, { level, code, year }), catalogue(context, {})]);
    // A sum that lacks some of its parts contradicts nothing.
    const told = all.filter((each): each is typeof each & Told => each.source !== null && each.status !== ObservationStatus.LOWER_BOUND);
    const labels = new Map(indicators.map((indicator) => [indicator.code, indicator.label]));
    const numbers = new Map(told.toReversed().map((each) => [each.measure, each]));
    const found = findingsOf(territoryRules, { year, told, numbers, labelOf: (each) => labels.get(each) ?? each });
    return severities ? found.filter(({ severity }) => severities.includes(severity)) : found;
  }
}
