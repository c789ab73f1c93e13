import { z } from "zod";
import { defineDataset, type Numbered, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, day, text } from "../../../foundation/imports/french-values.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";
import { TerritoryPeriod } from "./territory-period.entity.ts";
import { TerritorySuccession } from "./territory-succession.entity.ts";

const source = sourceOf("FR", {
  publisher: "Insee",
  dataset: "Code officiel géographique, événements sur les communes",
  printedVintage: "1943 à 2025",
  licence: "Licence Ouverte 2.0",
});

const communeId = (code: string) => territoryId(TerritoryLevel.COMMUNE, code);
const departmentId = (code: string) => territoryId(TerritoryLevel.DEPARTMENT, departmentOfCommune(code));

/** On one line, what a commune was on the eve (AV) and is (AP). */
const columns = z.object({
  DATE_EFF: day,
  TYPECOM_AV: text,
  COM_AV: communeCode,
  LIBELLE_AV: text,
  TYPECOM_AP: text,
  COM_AP: communeCode,
  LIBELLE_AP: text,
});
type Line = Numbered<z.output<typeof columns>>;

/** A code that was given up, or given to a commune, on a day. */
interface Change {
  line: number;
  day: string;
  isThere: boolean;
  name: string;
}

/** What happened to each code, in time. A code that stands on both sides of a day is the same commune, perhaps larger. */
function changesOf(lines: Line[]): Map<string, Change[]> {
  const before = new Set(lines.map(({ DATE_EFF, COM_AV }) => `${DATE_EFF} ${COM_AV}`));
  const after = new Set(lines.map(({ DATE_EFF, COM_AP }) => `${DATE_EFF} ${COM_AP}`));
  const themselves = new Set(
    lines.filter(({ COM_AV, COM_AP }) => COM_AV === COM_AP).map(({ DATE_EFF, COM_AV }) => `${DATE_EFF} ${COM_AV}`),
  );
  const changes = new Map<string, Change[]>();
  const add = (code: string, change: Change) => {
    const known = changes.get(code);
    if (known) known.push(change);
    else changes.set(code, [change]);
  };
  for (const { line, DATE_EFF, COM_AV, LIBELLE_AV, COM_AP, LIBELLE_AP } of lines) {
    if (!after.has(`${DATE_EFF} ${COM_AV}`)) add(COM_AV, { line, day: DATE_EFF, isThere: false, name: LIBELLE_AV });
    if (!before.has(`${DATE_EFF} ${COM_AP}`)) add(COM_AP, { line, day: DATE_EFF, isThere: true, name: LIBELLE_AP });
  }
  // A code that is given and given up on one day, and on no other, was a commune for that day's papers only.
  for (const { line, DATE_EFF, COM_AV, LIBELLE_AV, COM_AP } of lines) {
    if (COM_AV !== COM_AP && !changes.has(COM_AV) && !themselves.has(`${DATE_EFF} ${COM_AV}`))
      add(COM_AV, { line, day: DATE_EFF, isThere: false, name: LIBELLE_AV });
  }
  for (const each of changes.values()) each.sort((a, b) => (a.day < b.day ? -1 : 1));
  return changes;
}

/**
 * What a code became on the day on which it was given up for good. What is left of it elsewhere, and what was restored out of it, does not
 * succeed it; a code that was given and given up on that very day leads on.
 */
function successorsOf(code: string, ofDay: Line[], seen = new Set([code])): string[] {
  const next = ofDay.filter(({ COM_AV, COM_AP }) => COM_AV === code && !seen.has(COM_AP)).map(({ COM_AP }) => COM_AP);
  const found = next.flatMap((each) => {
    seen.add(each);
    const further = successorsOf(each, ofDay, seen);
    const stays = ofDay.some(({ COM_AV, COM_AP }) => COM_AV === each && COM_AP === each);
    return further.length > 0 && !stays ? further : [each];
  });
  return [...new Set(found)];
}

function eveOf(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

export const movements = defineDataset({
  name: "commune-movements",
  title: "Fusions, scissions et changements de code des communes depuis 1943 (Insee, événements du code officiel géographique)",
  secrecy: "published",
  columns,
  ignored: ({ TYPECOM_AV, TYPECOM_AP }) =>
    TYPECOM_AV === "COM" && TYPECOM_AP === "COM" ? null : "commune déléguée ou associée, arrondissement : ce n'est pas une commune",
  whole: true,
  *convert(lines): Generator<Write> {
    const changes = changesOf(lines);
    const byDay = Map.groupBy(lines, ({ DATE_EFF }) => DATE_EFF);
    for (const [code, ofCode] of changes) {
      const last = ofCode.at(-1)!;
      const born = ofCode.findLast(({ isThere }) => isThere);
      const validTo = last.isThere ? null : eveOf(last.day);
      yield write(last.line, TerritoryPeriod, { territory: communeId(code), validFrom: born?.day ?? null, validTo });
      if (validTo === null) continue;
      yield writeTerritory(last.line, { level: TerritoryLevel.COMMUNE, code, kind: TerritoryKind.FORMER, name: last.name, source });
      yield writePart(last.line, departmentId(code), communeId(code), source, { until: Number(validTo.slice(0, 4)) });
      for (const successor of successorsOf(code, byDay.get(last.day)!))
        yield write(last.line, TerritorySuccession, { predecessor: communeId(code), successor: communeId(successor), onDay: last.day });
    }
  },
});
