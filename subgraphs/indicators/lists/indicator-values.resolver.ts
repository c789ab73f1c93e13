import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { hubError } from "../../../foundation/errors.ts";
import { Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { Value } from "../values/value.ts";
import { type ListKey, listedValues } from "./listed-values.ts";
import { totalOfList } from "./total-of-list.ts";
import { ValueConnection } from "./value-connection.ts";
import { ValuesArgs } from "./values-args.ts";

@Resolver(() => Indicator)
export class IndicatorValuesResolver {
  @FieldResolver(() => ValueConnection, {
    nullable: true,
    description:
      "Les valeurs de l'indicateur à un échelon : un territoire pour lequel des indicateurs sont publiés y figure même sans chiffre, avec la raison.",
  })
  @Page()
  async values(
    @Root() indicator: Indicator,
    @Args(() => ValuesArgs) args: ValuesArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<ValueConnection> {
    const { first, after } = PageArgs.check(page);
    const { level, since, below, above, changeBelow, changeAbove, status, territories, orderBy, includeDemonstration } = args;
    const asked = ValuesArgs.check(args);
    const rows = await listedValues(context, {
      ...asked,
      indicator: indicator.code,
      isAdditive: indicator.isAdditive,
      level,
      since: since ?? null,
      below: below ?? null,
      above: above ?? null,
      changeBelow: changeBelow ?? null,
      changeAbove: changeAbove ?? null,
      statuses: status ?? null,
      populationAbove: territories?.populationAbove ?? null,
      populationAtMost: territories?.populationAtMost ?? null,
      isRural: territories?.isRural ?? null,
      order: orderBy,
      includeDemonstration,
      ...readCursor(after),
      first: first + 1,
    });
    const [{ total, transmitted, suppressed, median, sum, tied }] = rows as [(typeof rows)[0]];
    const found = rows.filter(({ code }) => code !== null);
    const list = pageOf(found, { first, after }, total, (row) => JSON.stringify([row.key, row.code, row.year]));
    const listed = ({ code, year }: (typeof rows)[0]) =>
      Value.of({ indicator: indicator.code, level, code, year, pinned: null }, indicator);
    return {
      ...list,
      edges: list.edges.map(({ node, cursor }) => ({ node: listed(node), cursor })),
      nodes: list.nodes.map(listed),
      coverage: { transmitted, suppressed, missing: total - transmitted - suppressed },
      total:
        asked.years.length === 1
          ? totalOfList(indicator, sum, tied ?? [])
          : Observation.absent(indicator.unit, ObservationStatus.NOT_APPLICABLE),
      median,
    };
  }
}

/** @throws BAD_CURSOR */
function readCursor(after: string | null): Pick<ListKey, "afterKey" | "afterCode" | "afterYear"> {
  if (after === null) return { afterKey: null, afterCode: null, afterYear: null };
  try {
    const [afterKey, afterCode, afterYear] = JSON.parse(after) as unknown[];
    const isKey = afterKey === null || typeof afterKey === "number";
    if (isKey && typeof afterCode === "string" && Number.isInteger(afterYear))
      return { afterKey, afterCode, afterYear: afterYear as number };
  } catch {
    // told below
  }
  throw hubError("BAD_CURSOR");
}
