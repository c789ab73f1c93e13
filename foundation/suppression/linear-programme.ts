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

  function modelOf(columns: readonly Column[], rows: readonly Row[]) {
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
    return model;
  }

  function minimumOf(model: ReturnType<typeof modelOf>): Float64Array | null {
    const { modelStatus } = model.run();
    return modelStatus === solver.constants.modelStatus.optimal ? model.getSolution().colValue : null;
  }

  /** A programme of its own, of what can move alone: the search looks at each column that it is given, though it be held still. */
  function wholeMinimumOf(columns: readonly Column[], rows: readonly Row[], most: number): Float64Array | null {
    const free = [...columns.keys()].filter((column) => columns[column]!.upper > 0);
    const placeOf = new Map(free.map((column, place) => [column, place]));
    const about = rows.flatMap(({ entries, ...bounds }): Row[] => {
      const left = entries.flatMap(([column, coefficient]): Row["entries"] => {
        const place = placeOf.get(column);
        return place === undefined ? [] : [[place, coefficient]];
      });
      return left.length === 0 ? [] : [{ ...bounds, entries: left }];
    });
    using model = modelOf(
      free.map((column) => ({ ...columns[column]!, upper: Math.min(columns[column]!.upper, most) })),
      about,
    );
    model.changeColsIntegrality(
      { kind: "range", from: 0, to: free.length - 1 },
      free.map(() => solver.constants.variableType.integer),
    );
    model.options.set(whole);
    const found = minimumOf(model);
    if (!found) return null;
    const values = new Float64Array(columns.length);
    for (const [place, column] of free.entries()) values[column] = found[place]!;
    return values;
  }

  /** A linear programme to be minimised, kept by the solver from one run to the next: declare it with `using`. Each column can be 0. */
  return function openProgramme(firstColumns: readonly Column[], firstRows: readonly Row[]) {
    const columns = firstColumns.map((column) => ({ ...column }));
    const rows = firstRows.map((row) => ({ ...row }));
    const model = modelOf(columns, rows);
    return {
      /** Tells the solver only what is new. */
      set(column: number, cost: number, upper: number): void {
        const now = columns[column]!;
        if (now.cost !== cost) model.changeColCost(column, cost);
        if (now.upper !== upper) model.changeColBounds(column, now.lower, upper);
        Object.assign(now, { cost, upper });
      },
      rowBounds(row: number, lower: number, upper: number): void {
        model.changeRowBounds(row, lower, upper);
        Object.assign(rows[row]!, { lower, upper });
      },
      /** @returns the value of each column at the minimum; null where there is none */
      solve: () => minimumOf(model),
      /**
       * @param most no column is looked for above it: the further a search may go, the longer it takes
       * @returns the same in whole numbers; null where none were found
       */
      solveWhole: (most: number) => wholeMinimumOf(columns, rows, most),
      [Symbol.dispose]: () => model.dispose(),
    };
  };
}

export type OpenProgramme = Awaited<ReturnType<typeof loadSolver>>;
