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

/** Of a search for whole numbers: how far from the least cost is near enough, and how far it goes; a clock would decide otherwise on a busy machine. */
const whole = { mip_rel_gap: 0.3, mip_max_nodes: 50, presolve: "off" }; // with presolve, version 1.15 may never end

/** Loads the solver once for the process. @returns what makes programmes */
export async function loadSolver() {
  loaded ??= load();
  const solver = await loaded;

  /** A linear programme to be minimised, kept by the solver from one run to the next: declare it with `using`. */
  return function openProgramme(columns: readonly Column[], rows: readonly Row[]) {
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
    const all = { kind: "range", from: 0, to: columns.length - 1 } as const;
    const { continuous, integer } = solver.constants.variableType;
    const setWhole = (isWhole: boolean) => {
      model.changeColsIntegrality(
        all,
        columns.map(() => (isWhole ? integer : continuous)),
      );
      model.options.set(isWhole ? whole : { presolve: "choose" });
    };
    return {
      cost: (column: number, cost: number) => void model.changeColCost(column, cost),
      bounds: (column: number, lower: number, upper: number) => void model.changeColBounds(column, lower, upper),
      rowBounds: (row: number, lower: number, upper: number) => void model.changeRowBounds(row, lower, upper),
      /** @returns the value of each column at the minimum; null where there is none, or no whole numbers were found */
      solve(isWhole = false): Float64Array | null {
        if (isWhole) setWhole(true);
        const { modelStatus } = model.run();
        const values = modelStatus === solver.constants.modelStatus.optimal ? model.getSolution().colValue : null;
        if (isWhole) setWhole(false);
        return values;
      },
      [Symbol.dispose]: () => model.dispose(),
    };
  };
}

export type OpenProgramme = Awaited<ReturnType<typeof loadSolver>>;
