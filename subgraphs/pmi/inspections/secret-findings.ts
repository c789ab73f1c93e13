import { secrecy } from "../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { isConcentrated, widthOf } from "../../../foundation/numbers/secrecy/rules/secrecy-thresholds.ts";
import { decide } from "../../../foundation/suppression/decide.ts";
import type { Statement, Unknown } from "../../../foundation/suppression/problem.ts";
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
    const decision = await decide({ unknowns: year.map(unknownOf), statements: [...year.map(tellingOf), ...sumsOf(year)] });
    for (const id of decision.withheld) withheld.add(id);
  }
  return findings.map(({ units: _, largest: __, count, ...finding }) => ({
    ...finding,
    count: withheld.has(idOf(finding)) ? null : count,
  }));
}

function idOf({ departmentCode, year, mode, kind, nature }: Omit<CountedFinding, "count" | "units" | "largest">): string {
  return [departmentCode, year, mode ?? "ALL", kind, nature].join(" ");
}

function unknownOf(finding: CountedFinding): Unknown {
  const { mode, count, units, largest, departmentCode } = finding;
  const rule = mode === CareMode.CHILDMINDER ? persons : facilities;
  return {
    id: idOf(finding),
    value: count,
    floor: 1,
    kind: "TOLD",
    width: widthOf(count, rule),
    isSmall: isConcentrated({ count: units, largestShare: (largest / count) * 100 }, rule),
    isAmount: false,
    isKnownToOne: false,
    weight: 1 + Math.log1p(count),
    department: departmentCode,
  };
}

const statement = { isWide: false, isSmall: false, isPublic: false } as const;

function tellingOf(finding: CountedFinding, index: number): Statement {
  const [id, { count }] = [idOf(finding), finding];
  const weight = 1 + Math.log1p(count);
  return { ...statement, id, kind: "TELLS", terms: [[index, 1]], lower: count, upper: count, state: "OPEN", decision: id, weight };
}

/** All modes are the sum of the modes; a DECISION is the sum of the follow-ups that are decisions. */
function sumsOf(findings: CountedFinding[]): Statement[] {
  const indexOf = new Map(findings.map((finding, index) => [finding, index]));
  const parts = (total: CountedFinding): CountedFinding[][] => [
    total.mode === null ? findings.filter(({ mode, kind, nature }) => mode !== null && kind === total.kind && nature === total.nature) : [],
    total.kind === FindingKind.DECISION
      ? findings.filter(({ mode, kind, nature }) => mode === total.mode && kind === FindingKind.FOLLOW_UP && decisions.includes(nature))
      : [],
  ];
  const sum = (total: CountedFinding, list: CountedFinding[], number: number): Statement => {
    const id = `sum ${number} of ${idOf(total)}`;
    const terms = [...list.map((part): [number, number] => [indexOf.get(part)!, 1]), [indexOf.get(total)!, -1] as [number, number]];
    return { ...statement, id, kind: "SUM", terms, lower: 0, upper: 0, state: "ALWAYS", decision: id, weight: 0 };
  };
  return findings.flatMap((total) => parts(total).flatMap((list, number) => (list.length > 0 ? [sum(total, list, number)] : [])));
}
