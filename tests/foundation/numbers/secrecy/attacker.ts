import highs from "highs";

const solver = await (highs as unknown as typeof highs.default)();

export interface Knowledge {
  /** What each number that is not shown is at least, by its id. */
  floors: Map<string, number>;
  /** lower ≤ Σ coefficient × number ≤ upper */
  facts: { lower: number; upper: number; terms: [id: string, coefficient: number][] }[];
}

/** The parts of what is known that say nothing of one another. */
export function independent({ floors, facts }: Knowledge): Knowledge[] {
  const factsOn = Map.groupBy(
    facts.flatMap((fact) => fact.terms.map(([id]) => ({ id, fact }))),
    ({ id }) => id,
  );
  const left = new Set(floors.keys());
  const parts: Knowledge[] = [];
  for (const id of left) {
    const part: Knowledge = { floors: new Map(), facts: [] };
    const reached = new Set([id]);
    const told = new Set<Knowledge["facts"][number]>();
    for (const other of reached) {
      left.delete(other);
      part.floors.set(other, floors.get(other)!);
      for (const { fact } of factsOn.get(other) ?? []) {
        told.add(fact);
        for (const [term] of fact.terms) reached.add(term);
      }
    }
    parts.push({ ...part, facts: [...told] });
  }
  return parts;
}

/** Closer than this, two bounds of an interval are the same. */
export const rounding = 1e-5;
/** More than any number of the tests. */
const unlimited = 1e7;

/**
 * The least and the most that each number can be, by linear programming, from what is known of them together.
 * @param enough an interval that proves to be as wide as this is not followed to its ends.
 * @returns null where the facts contradict one another.
 */
export function intervals(
  { floors, facts }: Knowledge,
  enough = Number.POSITIVE_INFINITY,
): Map<string, [least: number, most: number]> | null {
  const ids = [...floors.keys()];
  const column = new Map(ids.map((id, index) => [id, index]));
  const starts = [0];
  for (const { terms } of facts) starts.push(starts.at(-1)! + terms.length);
  const terms = facts.flatMap((fact) => fact.terms);
  const { objectiveSense, modelStatus } = solver.constants;
  using model = solver.createModel({
    numCols: ids.length,
    numRows: facts.length,
    colCost: ids.map(() => 0),
    colLower: [...floors.values()],
    colUpper: ids.map(() => unlimited),
    rowLower: facts.map(({ lower }) => lower),
    rowUpper: facts.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: facts.length,
      numCols: ids.length,
      starts,
      indices: terms.map(([id]) => column.get(id)!),
      values: terms.map(([, coefficient]) => coefficient),
    },
  });
  model.options.set({ output_flag: false });
  if (model.run().modelStatus === modelStatus.infeasible) return null;
  /** Of all solutions that were found, whatever was sought: each of them could be the truth. */
  const seen = ids.map((): [number, number] => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const furthest = (sense: typeof objectiveSense.minimize | typeof objectiveSense.maximize) => {
    model.changeObjectiveSense(sense);
    const status = model.run().modelStatus;
    if (status !== modelStatus.optimal) throw new Error(`HiGHS ended with status ${status}`);
    for (const [index, value] of model.getSolution().colValue.entries()) {
      const bounds = seen[index]!;
      bounds[0] = Math.min(bounds[0], value);
      bounds[1] = Math.max(bounds[1], value);
    }
  };
  const isWide = ([least, most]: [number, number]) => most - least >= enough;
  for (const [index, bounds] of seen.entries()) {
    if (isWide(bounds)) continue;
    model.changeColCost(index, 1);
    furthest(objectiveSense.minimize);
    if (!isWide(bounds)) furthest(objectiveSense.maximize);
    model.changeColCost(index, 0);
  }
  return new Map(ids.map((id, index) => [id, seen[index]!]));
}
