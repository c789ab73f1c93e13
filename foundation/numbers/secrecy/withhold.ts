import type { Dataset, Rejection } from "../../imports/dataset.ts";
import { decideApart } from "../../suppression/decide-apart.ts";
import type { Problem } from "../../suppression/problem.ts";
import { Observation } from "../observation.ts";
import { type Compiled, compile } from "./statements/compile.ts";
import type { RecordedRow } from "./recorded-row.ts";
import { placedRows, rememberedGeographies, type Scope, scopeOf } from "./scope.ts";
import { type Role, secrecy } from "./rules/secrecy-rules.ts";
import { type HiddenRow, hide } from "./withheld-rows.ts";

const unknownTerritory =
  "le hub ne sait pas de quel territoire celui-ci fait partie, et ne peut pas protéger un chiffre couvert par le secret statistique : importez d'abord le découpage (jeux hierarchy-departments, hierarchy-communes, hierarchy-epci)";
const givenAway =
  "ce chiffre relève du secret statistique, et ce que le hub a déjà publié (son total, les autres territoires) permettrait de le déduire ou d'en déduire un autre : transmettez en même temps la correction de son total, ou retirez la ligne";

type Key = Pick<RecordedRow, "measure" | "level" | "code" | "year">;

/**
 * Decides, after an import, which of the numbers that were just written are withheld, and moves them to where nobody sees them.
 * @returns what gives the lines that cannot be recorded, with the reason; never the number.
 */
export const withhold: NonNullable<Dataset["protect"]> = async (writer, { writes, firstAppended: firstId }) => {
  if (firstId === null) return [];
  const observations = writes.filter(({ entity }) => entity === Observation);
  const lines = new Map(observations.map(({ line, values }) => [keyOf(values as Key), line]));
  const refuse = (row: Key, column: string, value: string, reason: string): Rejection => ({
    line: lines.get(keyOf(row))!,
    column,
    value,
    reason,
  });
  const measures = secrecy.tiedTo(new Set(observations.map(({ values }) => (values as Key).measure)));
  const placed = (await placedRows(writer, measures, firstId)).filter((row) => lines.has(keyOf(row)));
  const lost = placed.filter(({ departments }) => departments.length === 0);
  if (lost.length > 0) return lost.map((row) => refuse(row, "territoire", row.code, unknownTerritory));
  const refused: Rejection[] = [];
  const geographyIn = rememberedGeographies(writer);
  for (const [year, inYear] of Map.groupBy(placed, (row) => row.year)) {
    const departments = [...new Set(inYear.flatMap((row) => row.departments))].toSorted();
    const scope = await scopeOf(writer, departments, { measures, year, firstId }, geographyIn);
    const { hidden, culprits } = await decideOn(scope);
    refused.push(...culprits.map((row) => refuse(row, "valeur", "", givenAway)));
    await hide(writer, hidden);
  }
  return refused;
};

interface Decided {
  /** New rows, with what of them is not shown. */
  hidden: HiddenRow[];
  /** New rows that cannot be recorded. */
  culprits: RecordedRow[];
}

/** @throws where a proof does not add up */
async function decideOn({ rows, geographies }: Scope): Promise<Decided> {
  const compiled = compile(rows, geographies);
  const decision = await decideApart(withoutRows(compiled));
  const hides = withheldRoles(compiled, decision.withheld);
  const isGivenAway = tellsOneOf(compiled, decision.elsewhere);
  const hidden = rows.flatMap((row) => {
    const roles = row.isNew ? hides(row) : [];
    return roles.length > 0 ? [{ ...row, hidden: roles, isGivenAwayElsewhere: roles.some((role) => isGivenAway(row, role)) }] : [];
  });
  return { hidden, culprits: decision.exposed.size === 0 ? [] : await givingAway({ rows, geographies }, compiled, decision.exposed) };
}

/** What a decision needs. */
const withoutRows = ({ unknowns, statements }: Compiled): Problem => ({ unknowns, statements });

/** Which numbers of a row are not shown: those withheld now, and those that were withheld before. */
function withheldRoles({ statements, shownBy }: Compiled, withheld: ReadonlySet<string>): (row: RecordedRow) => Role[] {
  const before = new Set(statements.flatMap(({ state, decision }) => (state === "WITHHELD" ? decision : [])));
  return (row) =>
    Object.entries(shownBy.get(row) ?? {}).flatMap(([role, decision]) =>
      withheld.has(decision) || before.has(decision) ? (role as Role) : [],
    );
}

/** Whether a number of a row is one of these. @param ids of unknowns */
function tellsOneOf({ unknowns, statements, shownBy }: Compiled, ids: ReadonlySet<string>): (row: RecordedRow, role: Role) => boolean {
  const decisions = new Set(
    statements.flatMap(({ kind, terms, decision }) => (kind === "TELLS" && ids.has(unknowns[terms[0]![0]]!.id) ? decision : [])),
  );
  return (row, role) => decisions.has(shownBy.get(row)?.[role] ?? "");
}

/** The new rows through which numbers are exposed that were not before: those that tell them, or else share a sum with them. */
async function givingAway(
  { rows, geographies }: Scope,
  { unknowns, statements, shownBy }: Compiled,
  exposed: ReadonlySet<string>,
): Promise<RecordedRow[]> {
  const old = rows.filter(({ isNew }) => !isNew);
  const before = old.length === 0 ? new Set<string>() : (await decideApart(withoutRows(compile(old, geographies)))).exposed;
  const newly = new Set([...unknowns.keys()].filter((unknown) => exposed.has(unknowns[unknown]!.id) && !before.has(unknowns[unknown]!.id)));
  const decisionsOn = (numbers: ReadonlySet<number>) =>
    new Set(
      statements.flatMap(({ kind, terms, decision }) =>
        kind !== "SUM" && terms.some(([unknown]) => numbers.has(unknown)) ? decision : [],
      ),
    );
  const rowsBy = (decisions: ReadonlySet<string>) =>
    rows.filter((row) => row.isNew && Object.values(shownBy.get(row) ?? {}).some((decision) => decisions.has(decision)));
  const own = rowsBy(decisionsOn(newly));
  if (own.length > 0) return own;
  const beside = statements
    .filter(({ terms }) => terms.some(([unknown]) => newly.has(unknown)))
    .flatMap(({ terms }) => terms.map(([unknown]) => unknown));
  return rowsBy(decisionsOn(new Set(beside)));
}

function keyOf({ measure, level, code, year }: Key): string {
  return JSON.stringify([measure, level, code, year]);
}
