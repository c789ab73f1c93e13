import highs from "highs";

export interface Column {
  cost: number;
  lower: number;
  upper: number;
}

/** lower ≤ Σ coefficient × column ≤ upper */
export interface Row {
  lower: number;
  upper: number;
  entries: [column: number, coefficient: number][];
}

/** The types of this package describe its CommonJS build, where the function is one level deeper. */
const load = highs as unknown as typeof highs.default;
let loaded: ReturnType<typeof load> | undefined;

/** A linear programme to be minimised, kept by the solver from one run to the next: declare it with `using`. */
export async function openProgramme(columns: Column[], rows: Row[]) {
  loaded ??= load();
  const solver = await loaded;
  const starts = [0];
  for (const { entries } of rows) starts.push(starts.at(-1)! + entries.length);
  const entries = rows.flatMap((row) => row.entries);
  const model = solver.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, coefficient]) => coefficient),
    },
  });
  model.options.set({ output_flag: false });
  return {
    setColumn(index: number, cost: number, upper: number): void {
      model.changeColCost(index, cost);
      model.changeColBounds(index, columns[index]!.lower, upper);
    },
    /** @returns the value of each column at the minimum, which must exist. */
    solve(): Float64Array {
      const { modelStatus } = model.run();
      if (modelStatus !== solver.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${modelStatus}`);
      return model.getSolution().colValue;
    },
    [Symbol.dispose]: () => model.dispose(),
  };
}
