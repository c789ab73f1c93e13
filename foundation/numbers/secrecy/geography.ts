import type { Writer } from "../../imports/writer.ts";
import { PerimeterChange } from "../../territories/perimeter-change.ts";
import { parentsIn } from "../../territories/territory-parent.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";

const { COMMUNE, EPCI, DEPARTMENT, REGION } = TerritoryLevel;

/** The territories of one year's official geography around some departments, down to atoms: the finest parts that any year tells apart. */
export interface Geography {
  /** The year on whose 1 January it is. */
  vintage: number;
  /** Atoms of each commune, and of each municipal district. */
  communes: Map<string, string[]>;
  /** Districts of the communes that have some. */
  districts: Map<string, string[]>;
  /** Communes of each EPCI; of those around, all. */
  epcis: Map<string, string[]>;
  /** Communes of each of the departments that were asked for. */
  departments: Map<string, string[]>;
  /** Department of each commune. */
  departmentOf: Map<string, string>;
  /** Departments that make up another one: 2A and 2B, 20. */
  unions: Map<string, string[]>;
  /** Departments of each region that has one of those. */
  regions: Map<string, string[]>;
}

interface Tie {
  level: TerritoryLevel;
  code: string;
  parentLevel: TerritoryLevel;
  parentCode: string;
}

/**
 * @param since the oldest year that it is compared with: atoms are told apart since then
 * @param departments of which all communes are wanted, and the EPCI that reach into them
 */
export async function geographyOf(writer: Writer, vintage: number, since: number, departments: readonly string[]): Promise<Geography> {
  const ties = await tiesOf(writer, vintage, departments);
  const codes = [
    ...new Set(
      ties.flatMap(({ level, code, parentLevel, parentCode }) => [
        ...(level === COMMUNE ? [code] : []),
        ...(parentLevel === COMMUNE ? [parentCode] : []),
      ]),
    ),
  ];
  const atoms = await atomsOf(writer, vintage, since, codes);
  const members = (level: TerritoryLevel, parentLevel: TerritoryLevel) =>
    new Map(
      [
        ...Map.groupBy(
          ties.filter((tie) => tie.level === level && tie.parentLevel === parentLevel),
          ({ parentCode }) => parentCode,
        ),
      ].map(([parent, list]) => [parent, list.map(({ code }) => code)] as const),
    );
  const districts = members(COMMUNE, COMMUNE);
  const communes = new Map(codes.map((code) => [code, atoms.get(code) ?? [code]]));
  for (const [commune, parts] of districts)
    communes.set(
      commune,
      parts.flatMap((part) => communes.get(part)!),
    );
  const epcis = members(COMMUNE, EPCI);
  const unions = members(DEPARTMENT, DEPARTMENT);
  const all = members(COMMUNE, DEPARTMENT);
  const departmentOf = new Map([...all].flatMap(([department, list]) => list.map((commune) => [commune, department] as const)));
  for (const [department, list] of members(EPCI, DEPARTMENT))
    all.set(
      department,
      list.flatMap((epci) => epcis.get(epci) ?? []),
    );
  completeUnions(unions, all);
  const asked = new Set(departments);
  const isAsked = ([code, parts]: [string, string[]]) => asked.has(code) || parts.some((part) => asked.has(part));
  return {
    vintage,
    communes,
    districts,
    epcis,
    departments: new Map([...all].filter(([department, list]) => asked.has(department) && list.length > 0)),
    departmentOf,
    unions: new Map([...unions].filter(isAsked)),
    regions: new Map([...members(DEPARTMENT, REGION)].filter(isAsked)),
  };
}

/** A whole is what its parts are; the part of which nobody says the communes is what the others leave of the whole. */
function completeUnions(unions: Geography["unions"], departments: Geography["departments"]): void {
  for (const [whole, parts] of unions) {
    const known = parts.filter((part) => departments.has(part));
    const all = departments.get(whole);
    const inParts = known.flatMap((part) => departments.get(part)!);
    const [unknown] = parts.filter((part) => !departments.has(part));
    if (!all && unknown === undefined) departments.set(whole, inParts);
    if (all && unknown !== undefined && known.length === parts.length - 1) {
      const taken = new Set(inParts);
      departments.set(
        unknown,
        all.filter((commune) => !taken.has(commune)),
      );
    }
  }
}

/** One step of the hierarchy after the other: a join of it with itself would read it for each commune. */
async function tiesOf({ names, sql }: Writer, vintage: number, departments: readonly string[]): Promise<Tie[]> {
  const ties = (where: string, codes: readonly string[]) =>
    sql<Tie>(
      `select level, code, parent_level as "parentLevel", parent_code as "parentCode" from ${parentsIn(names, "$1::int")} t
       where ${where} order by level, code, parent_level, parent_code`,
      [vintage, codes],
    );
  const codesOf = (list: readonly Tie[]) => [...new Set(list.map(({ code }) => code))];
  const parentsOf = (list: readonly Tie[]) => [...new Set(list.map(({ parentCode }) => parentCode))];
  const own = codesOf(await ties(`level = '${COMMUNE}' and parent_level = '${DEPARTMENT}' and parent_code = any($2::text[])`, departments));
  const near = parentsOf(await ties(`level = '${COMMUNE}' and parent_level = '${EPCI}' and code = any($2::text[])`, own));
  const inEpcis = await ties(`level = '${COMMUNE}' and parent_level = '${EPCI}' and parent_code = any($2::text[])`, near);
  const communes = [...new Set([...own, ...codesOf(inEpcis)])];
  const others = await ties(
    `level in ('${DEPARTMENT}', '${EPCI}') and $2::text[] is not null
       or level = '${COMMUNE}' and (parent_level = '${DEPARTMENT}' and code = any($2) or parent_level = '${COMMUNE}' and parent_code = any($2))`,
    communes,
  );
  return [...inEpcis, ...others];
}

/** Of a commune that has taken in others, they are its atoms beside itself; one that gained or lost a part of another is another one since. */
async function atomsOf(
  { names, sql }: Writer,
  vintage: number,
  since: number,
  communes: readonly string[],
): Promise<Map<string, string[]>> {
  if (vintage <= since) return new Map();
  const changes = await sql<Pick<PerimeterChange, "code" | "other" | "isWhole">>(
    `with recursive recent as (
       select code, other, is_whole from ${names.table(PerimeterChange)}
       where level = '${COMMUNE}' and on_day > make_date($3, 1, 1) and on_day <= make_date($1, 1, 1)),
     changes as (
       select code, other, is_whole from recent where code = any($2::text[])
       union select p.code, p.other, p.is_whole from recent p join changes c on p.code = c.other and c.is_whole)
     select code, other, is_whole as "isWhole" from changes order by code, other`,
    [vintage, communes, since],
  );
  const of = Map.groupBy(changes, ({ code }) => code);
  const found = new Map<string, string[]>();
  function atoms(code: string, above: readonly string[]): string[] {
    const own = of.get(code) ?? [];
    const times = own.filter(({ isWhole }) => !isWhole).length;
    const taken = own.filter(({ other, isWhole }) => isWhole && !above.includes(other));
    return [times === 0 ? code : `${code}~${times}`, ...taken.flatMap(({ other }) => atoms(other, [...above, code]))];
  }
  for (const code of of.keys()) if (communes.includes(code)) found.set(code, [...new Set(atoms(code, [code]))].toSorted());
  return found;
}
