import { z } from "zod";
import { defineDataset, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, day, orEmpty, siren, text, year } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { PerimeterChange } from "../../../foundation/territories/perimeter-change.ts";

const { COMMUNE, EPCI } = TerritoryLevel;

export const communeChanges = defineDataset({
  name: "perimeter-changes-communes",
  title: "Communes dont le périmètre a changé depuis 1943 (Insee, événements du code officiel géographique)",
  secrecy: "published",
  columns: z.object({ DATE_EFF: day, TYPECOM_AV: text, COM_AV: communeCode, TYPECOM_AP: text, COM_AP: communeCode }),
  ignored: ({ TYPECOM_AV, TYPECOM_AP }) =>
    TYPECOM_AV === "COM" && TYPECOM_AP === "COM" ? null : "commune déléguée ou associée, arrondissement : ce n'est pas une commune",
  whole: true,
  *convert(lines): Generator<Write> {
    const after = Map.groupBy(lines, ({ DATE_EFF, COM_AV }) => `${DATE_EFF} ${COM_AV}`);
    const seen = new Set<string>();
    for (const { line, DATE_EFF: onDay, COM_AV: from, COM_AP: to } of lines) {
      const key = `${onDay} ${from} ${to}`;
      if (from === to || seen.has(key)) continue;
      seen.add(key);
      const became = new Set(after.get(`${onDay} ${from}`)!.map(({ COM_AP }) => COM_AP));
      yield write(line, PerimeterChange, { level: COMMUNE, code: to, onDay, other: from, isWhole: became.size === 1 });
      if (became.has(from)) yield write(line, PerimeterChange, { level: COMMUNE, code: from, onDay, other: to, isWhole: false });
    }
  },
});

export const epciChanges = defineDataset({
  name: "perimeter-changes-epci",
  title: "EPCI dont le périmètre a changé depuis 2021 (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ commune: communeCode, echelon: text, code: z.union([siren, text]), de: orEmpty(year), a: orEmpty(year) }),
  ignored: ({ echelon }) => (echelon === EPCI ? null : "pas un EPCI"),
  convert: (lines) =>
    lines.flatMap(({ line, commune, code, de, a }) => {
      const change = (onDay: string) => write(line, PerimeterChange, { level: EPCI, code, onDay, other: commune, isWhole: false });
      return [...(de === null ? [] : [change(`${de}-01-01`)]), ...(a === null ? [] : [change(`${a + 1}-01-01`)])];
    }),
});
