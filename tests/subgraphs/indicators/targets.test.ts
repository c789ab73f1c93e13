import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

const target = {
  departement: "70",
  indicateur: "T1",
  horizon: "2028",
  valeur: "600",
  annee_depart: "2024",
  valeur_depart: "500",
  fixe_le: "",
};
const sent = (code: string, valeur: string) => ({
  indicateur: code,
  niveau: "DEPARTMENT",
  territoire: "70",
  annee: "2026",
  valeur,
  unite: "places",
  statut: "PUBLISHED",
  numerateur: "",
  denominateur: "",
  millesime: "2026",
  remarque: "",
});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({
    async prepare(url) {
      await importRows(url, ["cdsf", "targets"], [target, { ...target, indicateur: "T3", valeur: "700" }]);
      await importRows(url, ["caf", "observations"], [sent("T1", "550"), { ...sent("T3", "599,99"), unite: "ETP" }]);
    },
  });
});
afterAll(() => hub.close());

test("what is observed is judged by the line from the baseline to the horizon: the value expected is on track", async () => {
  const { data } = await hub.query(
    `{ committee(department: "70") { department { values(years: [2026], indicators: ["T1", "T3"]) {
      target { unit trajectory { year value isSet } expected gap attainment onTrack } observation { value } } } } }`,
  );
  const [T1, T3] = data.committee.department.values;
  expect(T1.target).toEqual({
    unit: "places",
    trajectory: [500, 525, 550, 575, 600].map((value, n) => ({ year: 2024 + n, value, isSet: value === 500 || value === 600 })),
    expected: 550,
    gap: -50,
    attainment: 50,
    onTrack: true,
  });
  expect(T3.target).toMatchObject({ expected: 600, gap: -100.01, onTrack: false });
});

test.each([
  ["2024", false],
  ["2023", false],
  ["2025", true],
])("the horizon %s after a baseline of 2024 is taken: %s", async (horizon, isTaken) => {
  const { rejected } = await importRows(hub.databaseUrl, ["cdsf", "targets"], [{ ...target, annee_depart: "2024", horizon }], true);
  const refusal = { line: 2, column: "horizon", value: horizon, reason: "l'horizon doit suivre l'année de départ" };
  expect(rejected).toEqual(isTaken ? [] : [refusal]);
});
