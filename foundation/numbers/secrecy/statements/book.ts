import type { Statement, Unknown } from "../../../suppression/problem.ts";

/** Unknowns by id, and statements by id: said again, what was shown stays shown, and what was withheld stays withheld. */
export function openBook() {
  const unknowns: Unknown[] = [];
  const indexOf = new Map<string, number>();
  const statements = new Map<string, Statement>();
  const order: Statement["state"][] = ["OPEN", "WITHHELD", "ALWAYS", "KNOWN"];
  const state = (statement: Statement): void => {
    const { state: before, isPublic } = statements.get(statement.id) ?? { state: "OPEN", isPublic: false };
    statements.set(statement.id, {
      ...statement,
      state: order.indexOf(before) > order.indexOf(statement.state) ? before : statement.state,
      isPublic: isPublic || statement.isPublic,
    });
  };
  return {
    unknowns,
    statements: () => [...statements.values()],
    add(unknown: Unknown): number {
      const known = indexOf.get(unknown.id);
      if (known !== undefined) return known;
      indexOf.set(unknown.id, unknowns.length);
      return unknowns.push(unknown) - 1;
    },
    state,
    always: (statement: Pick<Statement, "id" | "kind" | "terms" | "lower" | "upper"> & { isWide?: boolean }): void =>
      state({ isWide: false, ...statement, decision: statement.id, state: "ALWAYS", isPublic: false, isSmall: false, weight: 0 }),
  };
}
