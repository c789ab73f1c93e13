import { afterAll, beforeAll, expect, test } from "vitest";
import { FamilyServiceKind } from "../../../subgraphs/caf/services/family-service.entity.ts";
import { measuresOf, unitOf } from "../../../subgraphs/caf/services/service-measures.ts";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function send(type: string, mesure: string, valeur: string, annee = "2025") {
  const service = { id: "52-S9", type, nom: "Service du test", gestionnaire: "", departement: "52", commune: "52121" };
  return (await importRows(hub.databaseUrl, ["caf", "family-services"], [{ ...service, annee, mesure, valeur }], true)).rejected;
}

const secret = expect.stringContaining("secret statistique");

test.each([
  ["1", "CLAS", "D05-children"],
  ["10", "SOCIAL_CENTRE", "social-centre-families"],
  ["3", "PARENT_INFORMATION", "parent-information-participants"],
  ["3", "FAMILY_MEDIATION", "D06-measures"],
  ["-3", "LAEP", "laep-children"],
  ["10,9", "PAEJ", "paej-young-people"],
])("a named service has no count of %s people (%s, %s): its name would point at them", async (value, kind, measure) => {
  expect(await send(kind, measure, value)).toMatchObject([{ line: 2, column: "valeur", reason: secret }]);
});

test.each([
  ["", "CLAS", "D05-children"],
  ["0", "CLAS", "D05-children"],
  ["11", "CLAS", "D05-children"],
  ["2", "RPE", "T3"],
  ["3", "REAAP", "D04"],
])("a named service may have « %s » (%s, %s)", async (value, kind, measure) => {
  expect(await send(kind, measure, value)).toEqual([]);
});

test.each([
  ["CLAS", "Enfants bénéficiaires", /^code inconnu : d'un service de type CLAS, le hub compte D05 \(actions\), D05-children \(enfants\)$/],
  ["LAEP", "D05-children", /^code inconnu : d'un service de type LAEP, le hub compte D03 \(heures\), laep-children \(enfants\)$/],
  ["RPE", "constructor", /^code inconnu : .* T3 \(ETP\)$/],
  ["FAMILY_MEDIATION", "family-mediation-rate", /un taux ne dit pas de quels effectifs il est fait/],
])("of a %s, « %s » is no measure that is received", async (kind, measure, reason) => {
  expect(await send(kind, measure, "33")).toMatchObject([
    { line: 2, column: "mesure", value: measure, reason: expect.stringMatching(reason) },
  ]);
});

test.each([
  ["its measure", "", "12", "2025"],
  ["its year", "D05", "12", ""],
])("a number without %s is refused", async (_, measure, value, year) => {
  expect(await send("CLAS", measure, value, year)).toMatchObject([{ column: "mesure", reason: /une mesure et une année/ }]);
});

test("each measure of a service is an indicator of the catalogue, or a series, in its unit", async () => {
  const { data } = await hub.query("{ indicators(producer: CAF) { code unit } }");
  const known = new Map(data.indicators.map(({ code, unit }: any) => [code, unit]));
  for (const kind of Object.values(FamilyServiceKind)) {
    for (const measure of measuresOf(kind)) expect([kind, measure, unitOf(kind, measure)]).toEqual([kind, measure, known.get(measure)]);
  }
});

test("what a Caf transmits of each service is its activity, the last year first", async () => {
  const { data, errors } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "ZZ") { familyServices(first: 100) { nodes {
    id activity { year period indicator { code producer } observation { value unit status source { publisher demonstration } } }
  } } } }`);
  expect(errors).toBeUndefined();
  const sent = csvRows("data/demonstration/family-services.csv").filter(({ mesure }) => mesure);
  const ofService = (id: string) =>
    sent
      .filter((row) => row.id === id)
      .toSorted((a, b) => Number(b.annee) - Number(a.annee) || (a.mesure! < b.mesure! ? -1 : 1))
      .map((row) => ({ year: Number(row.annee), code: row.mesure, value: Number(row.valeur) }));
  expect(data.department.familyServices.nodes).toHaveLength(32);
  for (const { id, activity } of data.department.familyServices.nodes) {
    expect(activity.map(({ year, indicator, observation }: any) => ({ year, code: indicator.code, value: observation.value }))).toEqual(
      ofService(id),
    );
    for (const { year, period, indicator, observation } of activity) {
      expect(period).toBe(String(year));
      expect(indicator.producer).toBe("CAF");
      expect(observation).toMatchObject({ status: "PUBLISHED", source: { demonstration: true } });
    }
  }
});
