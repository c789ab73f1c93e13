import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { hubError } from "../../../foundation/errors.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { indicatorId, parseIndicatorId } from "../../../foundation/numbers/indicator.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Indicator, listIndicator } from "./indicator.ts";
import { Annex, IndicatorDefinition } from "./indicator-definition.entity.ts";
import { catalogue, officialLabels, territoriesOfLevel } from "./readings.ts";

@Open()
@ObjectType({ description: "Une page d'indicateurs." })
export class IndicatorConnection extends connectionOf(Indicator as never, "Indicator", Open()) {}

@Resolver(() => IndicatorDefinition)
export class IndicatorDefinitionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "Libellé exact de la circulaire Cnaf C-2026-090, pour les 8 indicateurs à cible ; null pour les autres.",
  })
  async officialLabel(@Root() { code }: IndicatorDefinition, @Ctx() context: Context): Promise<string | null> {
    return (await officialLabels(context, code))?.label ?? null;
  }
}

@Resolver()
export class IndicatorResolver {
  @Query(() => [IndicatorDefinition], {
    nullable: true,
    description: "Le catalogue des indicateurs communs, avec ce que l'on sait de chaque définition (status).",
  })
  @Directive("@listSize(assumedSize: 72)")
  async indicatorDefinitions(
    @Arg("annex", () => Annex, { nullable: true, description: "Ne garder qu'une annexe." }) annex: Annex | undefined,
    @Ctx() context: Context,
  ): Promise<IndicatorDefinition[]> {
    const definitions = await catalogue(context, {});
    return definitions.filter((definition) => !annex || definition.annex === annex);
  }

  @Query(() => IndicatorConnection, {
    nullable: true,
    description:
      "Des indicateurs pour tous les territoires d'un échelon, par code de territoire puis de catalogue. Un territoire sans chiffre y figure, avec la raison.",
  })
  @Page()
  async indicators(
    @Arg("codes", () => [ID], { description: 'Codes d\'indicateur, par exemple ["B01", "B13"].' }) codes: string[],
    @Arg("year", () => Int, { description: "Année décrite par les chiffres." }) year: number,
    @Arg("level", () => TerritoryLevel, { defaultValue: TerritoryLevel.DEPARTMENT, description: "Échelon." }) level: TerritoryLevel,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<IndicatorConnection> {
    const { first, after } = PageArgs.check(page);
    const definitions = await catalogue(context, {});
    const asked = definitions.filter(({ code }) => codes.includes(code));
    const unknown = codes.filter((code) => !asked.some((definition) => definition.code === code));
    if (unknown.length > 0)
      throw hubError("BAD_ARGUMENT", `Code d'indicateur inconnu : ${unknown.join(", ")}. La liste est dans « indicatorDefinitions ».`);
    const territories = await territoriesOfLevel(context, level);
    const idAt = (index: number) =>
      indicatorId({ measure: asked[index % asked.length]!.code, level, code: territories[Math.floor(index / asked.length)]!.code, year });
    const total = territories.length * asked.length;
    const start = after === null ? 0 : indexAfter(after);
    const indicators = Array.from({ length: Math.max(0, Math.min(first + 1, total - start)) }, (_, n) =>
      listIndicator(asked[(start + n) % asked.length]!, context, idAt(start + n)),
    );
    return pageOf(indicators, { first, after }, total, ({ id }) => id);

    function indexAfter(id: string): number {
      const { code, measure } = parseIndicatorId(id);
      const territory = territories.findIndex((candidate) => candidate.code === code);
      const position = asked.findIndex((definition) => definition.code === measure);
      if (territory < 0 || position < 0) throw hubError("BAD_CURSOR");
      return territory * asked.length + position + 1;
    }
  }
}
