import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

const printed = csvRows("data/national/catalogue_indicateurs_reconstruit.csv");

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the catalogue's 72 definitions are the file's, each with what is known of it", async () => {
  const { data } = await hub.query(
    `{ indicatorDefinitions { code label unit annex annexInferred status confidence hasTarget mandatory mandatoryNote printedProducer frequency source { demonstration } } }`,
  );
  expect(data.indicatorDefinitions).toEqual(
    printed.map((row) => {
      const [status, confidence = null] = row.statut!.split("_");
      return {
        code: row.code,
        label: row.libelle,
        unit: row.unite,
        annex: row.annexe === "2" ? "FOLLOW_UP" : "DIAGNOSIS",
        annexInferred: row.annexe === "1?",
        status,
        confidence,
        hasTarget: row.cible === "yes",
        mandatory: /^yes/.test(row.obligatoire!) ? "YES" : row.obligatoire === "no" ? "NO" : "UNKNOWN",
        mandatoryNote: row.obligatoire,
        printedProducer: row.producteur,
        frequency: row.frequence,
        source: { demonstration: false },
      };
    }),
  );
});

test("14 are confirmed, 3 inferred, 55 reconstructed", async () => {
  const { data } = await hub.query("{ indicatorDefinitions { status } }");
  const counts = Map.groupBy(data.indicatorDefinitions as { status: string }[], ({ status }) => status);
  expect(Object.fromEntries([...counts].map(([status, list]) => [status, list.length]))).toEqual({
    CONFIRMED: 14,
    INFERRED: 3,
    RECONSTRUCTED: 55,
  });
});

test("the 8 indicators of the circular, T1 to T8, are confirmed, carry a target and have its words", async () => {
  const { data } = await hub.query("{ indicatorDefinitions { code officialLabel hasTarget annex status } }");
  const circular = csvRows("data/national/indicateurs_cibles_circulaire.csv");
  expect(data.indicatorDefinitions.filter(({ hasTarget }: any) => hasTarget)).toEqual(
    circular.map(({ no, libelle_imprime }) => ({
      code: `T${no}`,
      officialLabel: libelle_imprime,
      hasTarget: true,
      annex: "FOLLOW_UP",
      status: "CONFIRMED",
    })),
  );
});

test("a department's view repeats the status of each definition", async () => {
  const { data } = await hub.query(`{ committee(department: "92") { indicators(year: 2025) { definition { code status } } } }`);
  expect(data.committee.indicators.map(({ definition }: any) => definition)).toEqual(
    printed.map(({ code, statut }) => ({ code, status: statut!.split("_")[0] })),
  );
});
