import { z } from "zod";
import { defineDataset, type Numbered, sourceOf, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, day, text } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/numbers/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";
import { TerritoryPeriod } from "./territory-period.entity.ts";
import { TerritorySuccession } from "./territory-succession.entity.ts";

const source = sourceOf("FR", {
  publisher: "Insee",
  dataset: "Code officiel géographique, événements sur les communes",
  vintage: "1943 à 2025",
  licence: "Licence Ouverte 2.0",
});

const communeId = (code: string) => territoryId(TerritoryLevel.COMMUNE, code);

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
  for (const each of changes.values()) each.sort((a, b) => (a.day < b.day ? -1 : 1));
  return changes;
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
  *convert(lines): Generator<Write> {
    for (const [code, changes] of changesOf(lines)) {
      const last = changes.at(-1)!;
      const born = changes.findLast(({ isThere }) => isThere);
      const validFrom = born?.day ?? null;
      yield write(last.line, TerritoryPeriod, {
        territory: communeId(code),
        validFrom,
        validTo: last.isThere ? null : eveOf(last.day),
      });
      if (!last.isThere)
        yield writeTerritory(last.line, {
          level: TerritoryLevel.COMMUNE,
          code,
          kind: TerritoryKind.FORMER,
          name: last.name,
          source,
        });
    }
    const seen = new Set<string>();
    for (const { line, DATE_EFF, COM_AV, COM_AP } of lines) {
      const key = `${COM_AV} ${COM_AP} ${DATE_EFF}`;
      if (COM_AV === COM_AP || seen.has(key)) continue;
      seen.add(key);
      yield write(line, TerritorySuccession, { predecessor: communeId(COM_AV), successor: communeId(COM_AP), onDay: DATE_EFF });
    }
  },
});
