import fc from "fast-check";
import { expect, test } from "vitest";
import { givenAwayElsewhere } from "../../../foundation/suppression/public-bounds.ts";
import { type Decision, decide } from "../../../foundation/suppression/decide.ts";
import type { Problem, Statement, Unknown } from "../../../foundation/suppression/problem.ts";
import { verify } from "../../../foundation/suppression/verify.ts";
import { intervals, rounding } from "../numbers/secrecy/attacker.ts";

const width = 10;

interface Cell {
  id: string;
  /** Null: nobody told it. */
  value: number | null;
  floor: number;
  width: number;
  sensitive: boolean;
  state: "KNOWN" | "WITHHELD" | "OPEN";
  /** Known from its publisher himself. */
  isPublic?: boolean;
}

interface Table {
  cells: Cell[];
  relations: { total: string; parts: string[] }[];
}

function problemOf({ cells, relations }: Table): Problem {
  const indexOf = new Map(cells.map(({ id }, index) => [id, index]));
  const common = { isWide: false, isSmall: false, isPublic: false } as const;
  return {
    unknowns: cells.map(({ id, value, floor, width: of, sensitive }): Unknown => {
      const told = value === null ? ({ kind: "UNTOLD", weight: 0 } as const) : ({ kind: "TOLD", weight: 1 + Math.log1p(value) } as const);
      return { id, value, floor, width: of, isSmall: sensitive, isAmount: false, isKnownToOne: false, department: "", ...told };
    }),
    statements: [
      ...cells.flatMap(({ id, value, state, isPublic = false, weight = 1 }: Cell & { weight?: number }, index): Statement[] =>
        value === null
          ? []
          : [
              {
                ...common,
                id,
                kind: "TELLS",
                terms: [[index, 1]],
                lower: value,
                upper: value,
                state,
                isPublic,
                decision: id,
                weight: weight + Math.log1p(value),
              },
            ],
      ),
      ...relations.map(({ total, parts }): Statement => {
        const terms = [...parts.map((part): [number, number] => [indexOf.get(part)!, 1]), [indexOf.get(total)!, -1] as [number, number]];
        return {
          ...common,
          id: `sum ${total}`,
          kind: "SUM",
          terms,
          lower: 0,
          upper: 0,
          state: "ALWAYS",
          decision: `sum ${total}`,
          weight: 0,
        };
      }),
    ],
  };
}

/** Every cell that is not shown: withheld already, small, or to protect others. */
async function protect(table: Table): Promise<Pick<Decision, "withheld" | "exposed" | "elsewhere">> {
  const problem = problemOf(table);
  const decision = await decide(problem);
  expect(verify(problem, decision)).toEqual([]);
  const before = table.cells.filter(({ state, value }) => state === "WITHHELD" || value === null).map(({ id }) => id);
  return { ...decision, withheld: new Set([...before, ...decision.withheld]) };
}

interface Commune {
  value: number;
  epci: number;
  department: number;
  state: Cell["state"];
  transmitted: boolean;
}

const count = fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, { weight: 2, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(3000) });
const commune = (states: Cell["state"][]): fc.Arbitrary<Commune> =>
  fc.record({
    value: count,
    epci: fc.nat(2),
    department: fc.nat(1),
    state: fc.constantFrom(...states),
    transmitted: fc.boolean().map((missing) => !missing),
  });

const sum = (communes: Commune[]) => communes.reduce((total, { value }) => total + value, 0);

/** Communes in EPCI that cross two departments of a region; those that were not transmitted are known to nobody. */
function tableOf(communes: Commune[], totals: { known: boolean; transmitted: boolean }[]): Table {
  const cell = (id: string, value: number, state: Cell["state"], transmitted: boolean): Cell =>
    transmitted
      ? { id, value, floor: 1, width, sensitive: value > 0 && value <= width, state: value === 0 ? "KNOWN" : state }
      : { id, value: null, floor: 0, width: 0, sensitive: false, state: "WITHHELD" };
  const names = communes.map((_, index) => `commune ${index}`);
  const named = (accept: (commune: Commune) => boolean) => names.filter((_, index) => accept(communes[index]!));
  const margins = [
    ...[0, 1, 2].map((epci) => ({ total: `EPCI ${epci}`, accept: (commune: Commune) => commune.epci === epci })),
    ...[0, 1].map((department) => ({ total: `department ${department}`, accept: (commune: Commune) => commune.department === department })),
    { total: "region", accept: () => true },
  ];
  return {
    cells: [
      ...communes.map(({ value, state, transmitted }, index) => cell(names[index]!, value, state, transmitted)),
      ...margins.map(({ total, accept }, index) => {
        const { known, transmitted } = totals[index]!;
        return cell(total, sum(communes.filter(accept)), known ? "KNOWN" : "OPEN", transmitted);
      }),
    ],
    relations: margins.map(({ total, accept }) => ({
      total,
      parts: total === "region" ? ["department 0", "department 1"] : named(accept),
    })),
  };
}

const total = fc.record({ known: fc.boolean(), transmitted: fc.boolean() });
const anyTable = (states: Cell["state"][], totalsAreKnown: boolean) =>
  fc
    .tuple(fc.array(commune(states), { minLength: 1, maxLength: 14 }), fc.array(total, { minLength: 6, maxLength: 6 }))
    .map(([communes, totals]) =>
      tableOf(
        communes,
        totals.map(({ known, transmitted }) => ({ transmitted, known: known && totalsAreKnown })),
      ),
    );

/** What anyone can find out about the cells that are not shown. */
function attack({ cells, relations }: Table, withheld: Set<string>) {
  const hidden = cells.filter(({ id }) => withheld.has(id));
  const shown = new Map(cells.filter(({ id }) => !withheld.has(id)).map(({ id, value }) => [id, value!]));
  return intervals({
    floors: new Map(hidden.map(({ id, floor }) => [id, floor])),
    facts: relations.map(({ total, parts }) => {
      const terms: [string, number][] = [...parts.map((id): [string, number] => [id, 1]), [total, -1]];
      const rest = terms.reduce((sum, [id, sign]) => sum - sign * (shown.get(id) ?? 0), 0);
      return { lower: rest, upper: rest, terms: terms.filter(([id]) => withheld.has(id)) };
    }),
  })!;
}

function expectProtected(table: Table, { withheld, exposed }: Awaited<ReturnType<typeof protect>>): void {
  const found = attack(table, withheld);
  for (const { id, value, width, sensitive } of table.cells) {
    if (!withheld.has(id) || exposed.has(id) || width === 0) continue;
    const [least, most] = found.get(id)!;
    expect(most - least, id).toBeGreaterThan(width - rounding);
    if (sensitive) expect([least <= value!, most >= value!], id).toEqual([true, true]);
  }
}

test("whatever the table, no withheld cell can be bounded closer than its width", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable(["OPEN", "KNOWN", "WITHHELD"], true), async (table) => {
      const protection = await protect(table);
      for (const { id, state } of table.cells) if (state === "KNOWN") expect(protection.withheld).not.toContain(id);
      expectProtected(table, protection);
    }),
    { numRuns: 400 },
  );
});

test("where nothing was shown before, every sensitive cell can be protected", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable(["OPEN"], false), async (table) => {
      const protection = await protect(table);
      expect(protection.exposed).toEqual(new Set());
      expectProtected(table, protection);
    }),
    { numRuns: 400 },
  );
});

const told = (id: string, value: number, state: Cell["state"], isPublic = false): Cell => ({
  ...{ id, value, floor: 1, width, sensitive: value <= width, state, isPublic },
});

test("a sensitive cell that is given away by what the hub showed before is said to be exposed; by what others made public, to be given away elsewhere", async () => {
  const withPublic = (isPublic: boolean) =>
    protect({
      cells: [told("a", 4, "OPEN"), told("b", 50, "KNOWN", isPublic), told("total", 54, "KNOWN", isPublic)],
      relations: [{ total: "total", parts: ["a", "b"] }],
    });
  const byHub = await withPublic(false);
  expect([[...byHub.withheld], [...byHub.exposed], [...byHub.elsewhere]]).toEqual([["a"], ["a"], []]);
  const byOthers = await withPublic(true);
  expect([[...byOthers.withheld], [...byOthers.exposed], [...byOthers.elsewhere]]).toEqual([["a"], [], ["a"]]);
});

test.each([
  [4, 5],
  [4, 6],
  [4, 7],
  [1, 1],
])("%i and %i, of which others made the total public, are given away by them and refused by nobody", async (a, b) => {
  const { withheld, exposed, elsewhere } = await protect({
    cells: [told("a", a, "OPEN"), told("b", b, "OPEN"), told("total", a + b, "KNOWN", true)],
    relations: [{ total: "total", parts: ["a", "b"] }],
  });
  expect([[...withheld].toSorted(), [...exposed], [...elsewhere].toSorted()]).toEqual([["a", "b"], [], ["a", "b"]]);
});

test("whatever the table, what is said to be given away by others is, to whoever reasons by linear programming", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(commune(["KNOWN", "OPEN"]), fc.boolean()), { minLength: 3, maxLength: 9 }),
      fc.array(fc.record({ known: fc.boolean(), transmitted: fc.boolean() }), { minLength: 6, maxLength: 6 }),
      async (communes, totals) => {
        const table = tableOf(
          communes.map(([each]) => each),
          totals,
        );
        for (const [n, cell] of table.cells.entries()) {
          cell.isPublic = cell.state === "KNOWN" && (communes[n]?.[1] ?? true);
          cell.floor = Math.min(cell.floor, cell.value ?? 0);
        }
        const problem = problemOf(table);
        const { base } = await decide(problem);
        const usable = problem.statements.filter(({ state, isPublic }) => state === "ALWAYS" || (state === "KNOWN" && isPublic));
        const facts = usable.map(({ lower, upper, terms }) => ({
          ...{ lower, upper },
          terms: terms.map(([unknown, coefficient]): [string, number] => [problem.unknowns[unknown]!.id, coefficient]),
        }));
        const bounds = intervals({ floors: new Map(table.cells.map(({ id, floor }) => [id, floor])), facts });
        for (const [unknown, left] of givenAwayElsewhere(problem, base)) {
          const [least, most] = bounds!.get(problem.unknowns[unknown]!.id)!;
          expect(most - least).toBeLessThanOrEqual(left + rounding);
          expect(left).toBeLessThan(problem.unknowns[unknown]!.width);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("what others gave away protects nobody else: it counts as known", async () => {
  const { withheld, elsewhere } = await protect({
    cells: [told("a", 4, "OPEN"), told("b", 5, "OPEN"), told("c", 60, "OPEN"), told("of a", 4, "KNOWN", true), told("total", 69, "OPEN")],
    relations: [
      { total: "total", parts: ["a", "b", "c"] },
      { total: "of a", parts: ["a"] },
    ],
  });
  expect([...elsewhere]).toContain("a");
  expect([withheld.has("b"), withheld.has("c") || withheld.has("total")]).toEqual([true, true]);
});
