import { secrecy } from "../../../foundation/numbers/secrecy/secrecy-rules.ts";
import { isConcentrated, widthOf } from "../../../foundation/numbers/secrecy/secrecy-thresholds.ts";
import { protect } from "../../../foundation/suppression/cell-suppression.ts";
import type { Cell } from "../../../foundation/suppression/table.ts";
import { type FindingCount, FindingKind } from "./finding-count.entity.ts";
import { CareMode, FollowUpNature } from "./inspection-terms.ts";

/** Findings of one kind and nature, of one mode or of all, with what the secrecy rule looks at. */
export interface CountedFinding extends Pick<FindingCount, "departmentCode" | "year" | "mode" | "kind" | "nature"> {
  count: number;
  /** Facilities, or persons, that the findings are about. */
  units: number;
  /** How many of the findings are about the first of them. */
  largest: number;
}

/** Injunctions and closures: together they are the finding DECISION. */
export const decisions: string[] = [FollowUpNature.INJUNCTION, FollowUpNature.PARTIAL_CLOSURE, FollowUpNature.TOTAL_CLOSURE];

/** Findings of childminders are about persons, all others about facilities. */
const [facilities, persons] = [secrecy.countRuleOf("G03"), secrecy.countRuleOf("A01")];

/** The same findings, with a null count where it, or one that could be found by subtraction, would point at a facility or a person. */
export async function secretFindings(findings: CountedFinding[]): Promise<Omit<FindingCount, "id">[]> {
  const withheld = new Set<string>();
  for (const year of Map.groupBy(findings, ({ departmentCode, year }) => `${departmentCode}-${year}`).values()) {
    const result = await protect({ cells: year.map(cellOf), relations: relationsOf(year) });
    for (const id of result.withheld) withheld.add(id);
  }
  return findings.map(({ units: _, largest: __, count, ...finding }) => ({
    ...finding,
    count: withheld.has(idOf(finding)) ? null : count,
  }));
}

function idOf({ departmentCode, year, mode, kind, nature }: Omit<CountedFinding, "count" | "units" | "largest">): string {
  return [departmentCode, year, mode ?? "ALL", kind, nature].join(" ");
}

function cellOf(finding: CountedFinding): Cell {
  const { mode, count, units, largest } = finding;
  const rule = mode === CareMode.CHILDMINDER ? persons : facilities;
  return {
    id: idOf(finding),
    value: count,
    floor: 1,
    width: widthOf(count, rule),
    sensitive: isConcentrated({ count: units, largestShare: (largest / count) * 100 }, rule),
    state: "OPEN",
  };
}

/** All modes are the sum of the modes; a DECISION is the sum of the follow-ups that are decisions. */
function relationsOf(findings: CountedFinding[]) {
  const parts = (total: CountedFinding): CountedFinding[][] => [
    total.mode === null ? findings.filter(({ mode, kind, nature }) => mode !== null && kind === total.kind && nature === total.nature) : [],
    total.kind === FindingKind.DECISION
      ? findings.filter(({ mode, kind, nature }) => mode === total.mode && kind === FindingKind.FOLLOW_UP && decisions.includes(nature))
      : [],
  ];
  return findings.flatMap((total) =>
    parts(total)
      .filter((list) => list.length > 0)
      .map((list) => ({ total: idOf(total), parts: list.map(idOf) })),
  );
}
