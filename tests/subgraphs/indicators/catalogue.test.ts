import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows, jsonRows } from "../../printed-file.ts";

const printed = csvRows("data/national/catalogue_indicateurs_reconstruit.csv");
const { rules } = jsonRows("data/secrecy.json") as any;
const protecting = new Set(rules.filter(({ about }: any) => about !== "NONE").map(({ name }: any) => name));
/** Of a margin; one that no other indicator counts has none. */
const codeOrNull = (margin = "") => (margin === "" || margin.includes(" ") ? null : { code: margin });

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the catalogue's 88 definitions are the file's, each with what is known of it", async () => {
  const { data } = await hub.query(
    `{ indicators { code label unit annex annexInferred definitionStatus confidence hasTarget mandatory mandatoryNote producer printedProducer secrecyRule ratio { per numerator { code } denominator { code } } frequency
       dueMonthDay source { demonstration } } }`,
  );
  expect(data.indicators.filter(({ annex }: any) => annex !== "LOCAL")).toEqual(
    printed.map((row) => {
      const [definitionStatus, confidence = null] = row.statut!.split("_");
      return {
        code: row.code,
        label: row.libelle,
        unit: row.unite,
        annex: row.annexe === "2" ? "FOLLOW_UP" : "DIAGNOSIS",
        annexInferred: row.annexe === "1?",
        definitionStatus,
        confidence,
        hasTarget: row.cible === "yes",
        mandatory: /^yes/.test(row.obligatoire!) ? "YES" : row.obligatoire === "no" ? "NO" : "UNKNOWN",
        mandatoryNote: row.obligatoire,
        producer: row.partenaire,
        printedProducer: row.producteur,
        secrecyRule: protecting.has(row.regle) ? row.regle : null,
        ratio: row.rapport
          ? {
              per: ["ratio", "€ / heure"].includes(row.unite!) ? 1 : 100,
              numerator: codeOrNull(row.numerateur),
              denominator: codeOrNull(row.denominateur),
            }
          : null,
        frequency: row.frequence,
        dueMonthDay: row.annexe === "2" ? "07-01" : "03-31",
        source: { demonstration: false },
      };
    }),
  );
});

test("the 143 series that are not the law's stand after them, as the file has them", async () => {
  const { data } = await hub.query(
    "{ indicators { code } local: indicators(annex: LOCAL) { code label unit annex producer printedProducer printedLevel definitionStatus mandatory hasTarget legalBasis dueMonthDay } }",
  );
  const series = csvRows("data/national/series_locales.csv");
  expect(data.indicators.map(({ code }: any) => code)).toEqual([...printed, ...series].map(({ code }) => code));
  expect(series).toHaveLength(143);
  expect(data.local).toEqual(
    series.map((row) => ({
      code: row.code,
      label: row.libelle,
      unit: row.unite,
      annex: "LOCAL",
      producer: row.partenaire,
      printedProducer: row.producteur,
      printedLevel: row.niveau,
      definitionStatus: "CONFIRMED",
      mandatory: "NO",
      hasTarget: false,
      legalBasis: row.base,
      dueMonthDay: null,
    })),
  );
});

test.each(["établissements ; places", "ETP et % des ETP"])("a definition in « %s » is refused: it would be two numbers", async (unite) => {
  const [first] = printed;
  const { rejected } = await importRows(
    hub.databaseUrl,
    ["indicators", "catalogue"],
    [{ ...first, unite }] as Record<string, string>[],
    true,
  );
  expect(rejected[0]).toMatchObject({ line: 2, column: "unite", value: unite, reason: expect.stringContaining("une seule unité") });
});

test.each([{ regle: "equipment" }, { rapport: "part", denominateur: "A02" }, { motif_hors_personnes: "Des lieux, et non des enfants." }])(
  "a line says of secrecy what the shipped catalogue says, or is refused: %j",
  async (change) => {
    const lines = printed.map((row) => (row.code === "A01" ? { ...row, ...change } : row)) as Record<string, string>[];
    const { rejected } = await importRows(hub.databaseUrl, ["indicators", "catalogue"], lines, true);
    expect(rejected).toMatchObject([{ column: "regle", reason: expect.stringContaining("catalogue livré avec le hub") }]);
  },
);

test("the catalogue is listed by annex, by producer and by text, whatever its accents and case", async () => {
  const { data } = await hub.query(`{
    all: indicators { code label annex producer }
    diagnosis: indicators(annex: DIAGNOSIS) { code }
    msa: indicators(producer: MSA) { code }
    text: indicators(text: "CRECHES a gestion") { code label }
    code: indicators(text: "b13") { code }
    both: indicators(annex: LOCAL, text: "places") { code }
    none: indicators(text: "nowhere in the catalogue") { code }
  }`);
  const codes = (wanted: (row: any) => boolean) => data.all.filter(wanted).map(({ code }: any) => ({ code }));
  expect(data.diagnosis).toEqual(codes(({ annex }) => annex === "DIAGNOSIS"));
  expect(data.msa).toEqual(codes(({ producer }) => producer === "MSA"));
  expect(data.msa.length).toBeGreaterThan(2);
  expect(data.text.length).toBeGreaterThan(0);
  for (const { label } of data.text) expect(label).toContain("rèches à gestion");
  expect(data.code).toEqual([{ code: "B13" }]);
  expect(data.both).toEqual(codes(({ annex, code, label }) => annex === "LOCAL" && /places/i.test(`${code} ${label}`)));
  expect(data.none).toEqual([]);
});

test("14 are confirmed, 5 inferred, 69 reconstructed", async () => {
  const { data } = await hub.query("{ indicators { annex definitionStatus } }");
  const ofTheLaw = data.indicators.filter(({ annex }: any) => annex !== "LOCAL") as { definitionStatus: string }[];
  const counts = Map.groupBy(ofTheLaw, ({ definitionStatus }) => definitionStatus);
  expect(Object.fromEntries([...counts].map(([status, list]) => [status, list.length]))).toEqual({
    CONFIRMED: 14,
    INFERRED: 5,
    RECONSTRUCTED: 69,
  });
});

test("the 8 indicators of the circular, T1 to T8, are confirmed, carry a target and have its words", async () => {
  const { data } = await hub.query("{ indicators { code officialLabel hasTarget annex definitionStatus } }");
  const circular = csvRows("data/national/indicateurs_cibles_circulaire.csv");
  expect(data.indicators.filter(({ hasTarget }: any) => hasTarget)).toEqual(
    circular.map(({ no, libelle_imprime }) => ({
      code: `T${no}`,
      officialLabel: libelle_imprime,
      hasTarget: true,
      annex: "FOLLOW_UP",
      definitionStatus: "CONFIRMED",
    })),
  );
  const others = data.indicators.filter(({ hasTarget }: any) => !hasTarget);
  expect(new Set(others.map(({ officialLabel }: any) => officialLabel))).toEqual(new Set([null]));
});

test("a department's view repeats the status of each definition", async () => {
  const { data } = await hub.query(
    `{ committee(department: "92") { department { values(years: [2025]) { indicator { code definitionStatus } } } } }`,
  );
  expect(data.committee.department.values.map(({ indicator }: any) => indicator)).toEqual(
    printed.map(({ code, statut }) => ({ code, definitionStatus: statut!.split("_")[0] })),
  );
});
