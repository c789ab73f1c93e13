import "reflect-metadata";
import type { MikroORM } from "@mikro-orm/postgresql";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesInMemory } from "../../../foundation/imports/envelope/file-bytes.ts";
import { importFile } from "../../../foundation/imports/import.ts";
import { openWriter, type Writer } from "../../../foundation/imports/writer.ts";
import { openOrm } from "../../../foundation/tables/orm.ts";
import datasets from "../../../subgraphs/caf/datasets.ts";
import caf from "../../../subgraphs/caf/subgraph.ts";
import { migratedDatabase } from "../../hub.ts";

let database: Awaited<ReturnType<typeof migratedDatabase>>;
let orm: MikroORM;
let writer: Writer;
beforeAll(async () => {
  database = await migratedDatabase();
  orm = await openOrm(caf.tables, database.url);
  writer = await openWriter(orm);
});
afterAll(async () => {
  await writer[Symbol.asyncDispose]();
  await orm.close();
  await database.drop();
});

const dataset = datasets.find(({ name }) => name === "coverage")!;
const columns = [
  "date_reference",
  "numero_commune",
  "taux_de_couv_eaje_psu",
  "taux_de_couv_hors_eaje_psu",
  "taux_de_couv_eaje_ensemble",
  "taux_de_couv_prescolarisation",
  "taux_de_couv_assistante_maternelle",
  "taux_de_couv_salariee_a_domicile",
  "taux_de_couv_accueil_individuel_ensemble",
  "taux_de_couv_global",
];

/** What a cell means: two that mean the same are unchanged. */
const meanings: Record<string, string> = { "12,5": "12.5", "12.5": "12.5", "0": "0", "": "", "*": "*", XX: "XX" };

const goodLine = fc.record({
  kind: fc.constant("good"),
  year: fc.constantFrom("2021", "2022"),
  commune: fc.constantFrom("52121", "2A004", "97116"),
  cells: fc.array(fc.constantFrom(...Object.keys(meanings)), { minLength: 8, maxLength: 8 }),
});
const otherLine = fc.constantFrom(
  { kind: "ignored", year: "2021", commune: "XX", cells: Array(8).fill("1") },
  { kind: "rejected", year: "21", commune: "52121", cells: Array(8).fill("1") },
  { kind: "rejected", year: "2021", commune: "chaumont", cells: Array(8).fill("1") },
  { kind: "rejected", year: "2021", commune: "52121", cells: Array(8).fill("douze") },
  { kind: "rejected", year: "2021", commune: "52121", cells: Array(9).fill("1") },
);
const someFile = fc.record({
  lines: fc.array(fc.oneof({ weight: 6, arbitrary: goodLine }, { weight: 1, arbitrary: otherLine }), { maxLength: 6 }),
  dryRun: fc.boolean(),
});

test("whatever the files, every line is counted once, and only whole files are written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someFile, { minLength: 1, maxLength: 4 }), async (files) => {
      await orm.em.fork().getConnection().execute("truncate indicators.observation, caf.imported_file");
      const known = new Map<string, string>();
      for (const { lines, dryRun } of files) {
        const bytes = bytesInMemory(
          Buffer.from(
            [columns, ...lines.map(({ year, commune, cells }) => [year, commune, ...cells])].map((cells) => cells.join(";")).join("\n"),
          ),
        );
        const { read, accepted, unchanged, ignored, rejected, written } = await importFile({
          writer,
          owner: "caf",
          datasets,
          dataset,
          fileName: "x.csv",
          bytes,
          dryRun,
          confirm: true,
        });
        const sent = new Map<string, string>();
        const fates = lines.map(({ kind, year, commune, cells }) => {
          const key = `${commune} ${year}`;
          if (kind !== "good") return kind;
          if (sent.has(key)) return "rejected";
          sent.set(key, cells.map((cell) => meanings[cell]).join(";"));
          return sent.get(key) === known.get(key) ? "unchanged" : "accepted";
        });
        const counted = (fate: string) => fates.filter((one) => one === fate).length;
        const rejectedLines = new Set(rejected.map(({ line }) => line));
        expect(read).toBe(lines.length);
        expect({ accepted, unchanged, ignored: ignored.length }).toEqual({
          accepted: counted("accepted"),
          unchanged: counted("unchanged"),
          ignored: counted("ignored"),
        });
        expect([...rejectedLines].toSorted((a, b) => a - b)).toEqual(
          fates.flatMap((fate, index) => (fate === "rejected" ? [index + 2] : [])),
        );
        expect(accepted + unchanged + ignored.length + rejectedLines.size).toBe(read);
        expect(written).toBe(!dryRun && rejected.length === 0);
        if (written) for (const [key, cells] of sent) known.set(key, cells);
      }
      const rows: { key: string }[] = await orm.em
        .fork()
        .getConnection()
        .execute("select distinct code || ' ' || year as key from indicators.observation");
      expect(rows.map(({ key }) => key).toSorted()).toEqual([...known.keys()].toSorted());
    }),
    { numRuns: 60 },
  );
});
