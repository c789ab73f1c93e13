import { today } from "../day.ts";
import { departmentOfCommune } from "../territories/department-of-commune.ts";
import { PerimeterChange } from "../territories/perimeter-change.ts";
import { parseTerritoryId } from "../territories/territory-id.ts";
import { TerritoryLevel } from "../territories/territory-level.ts";
import { TerritoryParent } from "../territories/territory-parent.ts";
import type { Rejection, Write } from "./dataset.ts";
import type { Writer } from "./writer.ts";

/** A territory that a row names, in the year that it describes; null: it describes none. */
interface Named {
  line: number;
  level: TerritoryLevel;
  code: string;
  year: number | null;
}

/**
 * Levels, in French: a code of one is checked as soon as the register knows a territory of it. Today it knows none of three: sectors are a document's own,
 * no priority district is in any file, and basins are told to the subgraph of territories alone, each survey in its own
 * geography. France has one code.
 */
const levels: Partial<Record<TerritoryLevel, string>> = {
  [TerritoryLevel.REGION]: "région",
  [TerritoryLevel.DEPARTMENT]: "département",
  [TerritoryLevel.EPCI]: "EPCI",
  [TerritoryLevel.EPT]: "EPT",
  [TerritoryLevel.COMMUNE]: "commune",
  [TerritoryLevel.EMPLOYMENT_BASIN]: "bassin d'emploi",
  [TerritoryLevel.PRIORITY_DISTRICT]: "quartier prioritaire",
  [TerritoryLevel.SECTOR]: "secteur",
};

/** Rows name territories under these properties: by their code, or by their id. */
const codeOf: Record<string, TerritoryLevel> = {
  department: TerritoryLevel.DEPARTMENT,
  departmentCode: TerritoryLevel.DEPARTMENT,
  committee: TerritoryLevel.DEPARTMENT,
  communeCode: TerritoryLevel.COMMUNE,
  region: TerritoryLevel.REGION,
  employmentBasin: TerritoryLevel.EMPLOYMENT_BASIN,
};
const idOf = ["territory", "territoryId", "holder", "commune", "authority"];
const idsOf = ["territoryIds", "insufficient"];

/** The territories that the rows of a file name, once each, with the lines that do. */
export class NamedTerritories {
  private readonly territories = new Map<string, Pick<Named, "level" | "code"> & { years: Map<number | null, number[]> }>();
  private readonly disagreements: Rejection[] = [];

  add(writes: readonly Write[]): void {
    const thisYear = Number(today().slice(0, 4));
    for (const write of writes) {
      for (const { line, level, code, year } of namedIn(write, thisYear)) {
        if (!levels[level]) continue;
        const key = `${level} ${code}`;
        const territory = this.territories.get(key) ?? { level, code, years: new Map<number | null, number[]>() };
        this.territories.set(key, territory);
        const lines = territory.years.get(year);
        if (!lines) territory.years.set(year, [line]);
        else if (lines.at(-1) !== line) lines.push(line);
      }
      const wrong = disagreement(write);
      if (wrong) this.disagreements.push(wrong);
    }
  }

  /**
   * The lines that name a territory that is none, or was none any more in the year that they describe, or two that do not lie in each other.
   * Nothing is checked of a level before the hub knows a territory of it.
   */
  async wrong(writer: Writer): Promise<Rejection[]> {
    const reasons = await unknownOf(writer, [...this.territories.values()]);
    const wrong = [...reasons].flatMap(([key, reasonIn]) => {
      const { code, years } = this.territories.get(key)!;
      const lines = [...years].flatMap(([year, named]) => {
        const reason = reasonIn(year);
        return reason === undefined ? [] : named.map((line) => ({ line, column: "", value: code, reason }));
      });
      return [...new Map(lines.map((each) => [each.line, each])).values()];
    });
    return [...wrong.toSorted((one, other) => one.line - other.line), ...this.disagreements];
  }
}

/** A commune in which something is must be one today; who held something was a territory then. Millions of rows: no list is made for each. */
function* namedIn({ line, values, append }: Write, thisYear: number): Iterable<Named> {
  const row = values as Record<string, unknown>;
  const year = typeof row.year === "number" ? row.year : null;
  if (append) {
    yield { line, level: row.level as TerritoryLevel, code: row.code as string, year };
    return;
  }
  for (const property in codeOf)
    if (row[property]) yield { line, level: codeOf[property]!, code: row[property] as string, year: year ?? thisYear };
  for (const property of idOf) {
    const id = row[property];
    if (typeof id === "string" && id.includes(":")) yield { line, ...parseTerritoryId(id), year };
  }
  for (const property of idsOf) for (const id of (row[property] ?? []) as string[]) yield { line, ...parseTerritoryId(id), year };
}

/** Whole of departments and parts of one: their communes' codes do not begin so. */
const statistical = new Set(["20", "69D", "69M", "6AE"]);

function disagreement({ line, values }: Write): Rejection | null {
  const { department, departmentCode, communeCode, territory, territoryId, holder } = values as Record<string, string | null | undefined>;
  const where = department ?? departmentCode;
  const id = territory ?? territoryId ?? holder;
  const commune = communeCode ?? (id?.startsWith("COMMUNE:") ? parseTerritoryId(id).code : null);
  if (!where || !commune || statistical.has(where) || departmentOfCommune(commune) === where) return null;
  return { line, column: "", value: commune, reason: `cette commune n'est pas dans le département ${where} de la ligne` };
}

interface Reference {
  level: TerritoryLevel;
  code: string;
  /** The last year in which it was one; null: none is known. */
  lastYear: number | null;
  /** The day from which it is no territory any more, and what became of it, where that is known. */
  goneOn: string | null;
  successors: string[] | null;
}

/** Those that are no territories today, each with what is wrong with it in a year, if anything. */
async function unknownOf(
  { names, sql }: Writer,
  named: readonly Pick<Named, "level" | "code">[],
): Promise<Map<string, (year: number | null) => string | undefined>> {
  const parents = names.table(TerritoryParent);
  const changes = names.table(PerimeterChange);
  const found = await sql<Reference>(
    `select t.level, t.code, l.last_year as "lastYear", g.on_day as "goneOn", g.successors from unnest($1::text[], $2::text[]) t(level, code)
     cross join lateral (
       select max(coalesce(last_year, 9999)) as last_year from (
         select p.until_year as last_year from ${parents} p where p.level = t.level and p.code = t.code
           and (t.level <> 'COMMUNE' or p.parent_level in ('DEPARTMENT', 'COMMUNE'))
         union all select p.until_year from ${parents} p where p.parent_level = t.level and p.parent_code = t.code) ties) l
     left join lateral (
       select on_day, array_agg(code order by code) as successors from ${changes} c where c.level = t.level and c.other = t.code
       group by on_day order by on_day desc limit 1) g on true
     where t.level in (select level from ${parents} union select parent_level from ${parents})
       and coalesce(l.last_year, 0) < 9999`,
    [named.map(({ level }) => level), named.map(({ code }) => code)],
  );
  const lost = found.filter(({ lastYear, goneOn }) => lastYear === null && goneOn === null);
  const near = await nearOf({ names, sql }, lost);
  return new Map(
    found.map(({ level, code, lastYear, goneOn, successors }) => [
      `${level} ${code}`,
      (year) => {
        if (lastYear === null && goneOn === null)
          return `aucun territoire n'a ce code (${levels[level]})${suggestion(near.get(`${level} ${code}`) ?? [])}`;
        if (year === null || (lastYear !== null && year <= lastYear)) return undefined;
        if (goneOn === null) return `ce code n'existe plus depuis ${lastYear! + 1}`;
        if (goneOn > `${year}-01-01`) return undefined;
        return `ce code n'existe plus depuis le ${goneOn} : ${(successors ?? []).join(", ")}`;
      },
    ]),
  );
}

const suggestion = (codes: string[]) => (codes.length === 0 ? "" : ` : s'agit-il de ${codes.join(", ")} ?`);
const mostSuggested = 3;

/** Codes that exist and are a sign, or two signs that changed places, away. */
async function nearOf({ names, sql }: Pick<Writer, "names" | "sql">, lost: readonly Reference[]): Promise<Map<string, string[]>> {
  const candidates = lost.slice(0, 100).flatMap(({ level, code }) => oneSignAway(code).map((candidate) => ({ level, code, candidate })));
  if (candidates.length === 0) return new Map();
  const parents = names.table(TerritoryParent);
  const rows = await sql<{ level: string; code: string; candidate: string }>(
    `select t.level, t.code, t.candidate from unnest($1::text[], $2::text[], $3::text[]) with ordinality t(level, code, candidate, n)
     where exists (select from ${parents} p where p.level = t.level and p.code = t.candidate) or
       exists (select from ${parents} p where p.parent_level = t.level and p.parent_code = t.candidate) order by n`,
    [candidates.map(({ level }) => level), candidates.map(({ code }) => code), candidates.map(({ candidate }) => candidate)],
  );
  const byCode = Map.groupBy(rows, ({ level, code }) => `${level} ${code}`);
  return new Map([...byCode].map(([key, list]) => [key, list.slice(0, mostSuggested).map(({ candidate }) => candidate)]));
}

function oneSignAway(code: string): string[] {
  const places = [...code].keys();
  const swapped = [...code].slice(1).map((_, n) => code.slice(0, n) + code[n + 1] + code[n] + code.slice(n + 2));
  const replaced = [...places].flatMap((n) => [..."0123456789"].map((digit) => code.slice(0, n) + digit + code.slice(n + 1)));
  return [...new Set([...swapped, ...replaced])].filter((each) => each !== code);
}
