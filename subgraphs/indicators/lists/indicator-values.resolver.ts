import { createHash } from "node:crypto";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { hubError } from "../../../foundation/errors.ts";
import { Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { knownTerritory } from "../values/readings.ts";
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
    const { level, since, below, above, changeBelow, changeAbove, status, territories, orderBy } = args;
    const asked = ValuesArgs.check(args);
    if (asked.withinCode !== null && !(await knownTerritory(context, { level: asked.withinLevel!, code: asked.withinCode })))
      throw hubError("BAD_ARGUMENT", `« within » n'est l'identifiant d'aucun territoire : « ${args.within} ». Par exemple « REGION:44 ».`);
    const list: Omit<ListKey, "afterKey" | "afterCode" | "afterYear" | "first"> = {
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
    };
    const mark = markOf(list);
    const rows = await listedValues(context, { ...list, ...readCursor(after, mark), first: first + 1 });
    const [{ total, transmitted, suppressed, notApplicable, median, sum, tied }] = rows as [(typeof rows)[0]];
    const absence = absenceOf({ total, suppressed, notApplicable });
    const found = rows.filter(({ code }) => code !== null);
    const valuesOfPage = pageOf(found, { first, after }, total, (row) => JSON.stringify([mark, row.key, row.code, row.year]));
    const listed = ({ code, year }: (typeof rows)[0]) =>
      Value.of({ indicator: indicator.code, level, code, year, pinned: null }, indicator);
    return {
      ...valuesOfPage,
      edges: valuesOfPage.edges.map(({ node, cursor }) => ({ node: listed(node), cursor })),
      nodes: valuesOfPage.nodes.map(listed),
      coverage: { transmitted, suppressed, missing: total - transmitted - suppressed },
      total:
        asked.years.length === 1
          ? totalOfList(indicator, { sum, tied: tied ?? [], absence })
          : Observation.absent(indicator.unit, ObservationStatus.NOT_APPLICABLE),
      median,
    };
  }
}

/** Why no territory of a list has a number: for one reason, where there is one. */
function absenceOf({ total, suppressed, notApplicable }: Record<"total" | "suppressed" | "notApplicable", number>): ObservationStatus {
  if (total > 0 && notApplicable === total) return ObservationStatus.NOT_APPLICABLE;
  return suppressed > 0 && suppressed + notApplicable === total ? ObservationStatus.SUPPRESSED : ObservationStatus.NOT_TRANSMITTED;
}

/** What tells a list from others: its cursors are no use in them. */
const markOf = (list: object) => createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 8);

/** @throws BAD_CURSOR */
function readCursor(after: string | null, mark: string): Pick<ListKey, "afterKey" | "afterCode" | "afterYear"> {
  if (after === null) return { afterKey: null, afterCode: null, afterYear: null };
  try {
    const [of, afterKey, afterCode, afterYear] = JSON.parse(after) as unknown[];
    const isKey = afterKey === null || Number.isFinite(afterKey);
    if (of === mark && isKey && typeof afterCode === "string" && Number.isInteger(afterYear))
      return { afterKey: afterKey as number | null, afterCode, afterYear: afterYear as number };
  } catch {
    // told below
  }
  throw hubError("BAD_CURSOR");
}
