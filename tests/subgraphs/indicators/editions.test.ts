import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../../foundation/day.ts";
import { type Hub, startHub } from "../../hub.ts";
import { importInto, importRows } from "../../import-into.ts";
import { chunks, csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function seenOf(id: string, selection: string, variables = {}): Promise<any> {
  const asOf = "asOf" in variables ? ", $asOf: DateTime" : "";
  const { data } = await hub.query(`query ($id: ID!${asOf}) { value(id: $id) { ${selection} } }`, { id, ...variables });
  return data.value;
}

test("the newer of two editions counts, and the older stays: 92 had 73,9 in 2022, and has 72,9", async () => {
  const seen = "value source { edition publishedOn printedVintage periodStart periodEnd licence }";
  const { observation, revisions } = await seenOf(
    "B01:DEPARTMENT:92:2022",
    `observation { ${seen} } revisions { value source { edition } }`,
  );
  expect(observation).toEqual({
    value: 72.9,
    source: {
      edition: "2023-12-01",
      publishedOn: null,
      printedVintage: "décembre 2022",
      periodStart: "2022-12-01",
      periodEnd: "2022-12-31",
      licence: null,
    },
  });
  expect(revisions).toEqual([
    { value: 72.9, source: { edition: "2023-12-01" } },
    { value: 73.9, source: { edition: "2022-12-01" } },
  ]);
});

test("every department's total of 2022 is the newer file's, though 93 of 102 differ from the older one's", async () => {
  const of2022 = (file: string) =>
    new Map(
      csvRows(`data/caf/${file}`, ";").flatMap((row) =>
        row["Date référence"] === "2022" ? [[row["Numéro Département"]!, Number(row["Taux de couv global"])]] : [],
      ),
    );
  const [older, newer] = [of2022("txcouv_pe_dep_hist_2017-2022.csv"), of2022("txcouv_pe_dep_2022-2023.csv")];
  expect([...newer].filter(([code, value]) => older.get(code) !== value)).toHaveLength(93);
  const served = new Map<string, number>();
  for (const codes of chunks([...newer.keys()], 15)) {
    const ids = codes.map((code) => `v${code}: value(id: "B01:DEPARTMENT:${code}:2022") { id observation { value } }`);
    const { data } = await hub.query(`{ ${ids.join(" ")} }`);
    for (const { id, observation } of Object.values<any>(data)) served.set(id.split(":")[2], observation.value);
  }
  expect(served).toEqual(newer);
});

describe("whatever the order of import", () => {
  const line = (annee: string, valeur: string) => ({ annee, numdep: "52", txcouv_dep: valeur });
  const send = (rows: Record<string, string>[]) => importRows(hub.databaseUrl, ["caf", "coverage"], rows);
  const now = (year: number) => seenOf(`B01:DEPARTMENT:52:${year}`, "observation { value } revisions { value }");

  test("an older edition that comes late is a revision that does not count", async () => {
    expect(await now(2019)).toEqual({ observation: { value: 71.2 }, revisions: [{ value: 71.2 }] });
    expect(await send([line("2019", "61.5"), line("2020", "62.5")])).toMatchObject({ rejected: [], written: true });
    expect(await now(2019)).toEqual({ observation: { value: 71.2 }, revisions: [{ value: 71.2 }, { value: 61.5 }] });
  });

  test("the same edition sent twice changes nothing", async () => {
    const report = await send([line("2019", "61.5"), line("2020", "62.5"), line("2018", "60.5")]);
    expect(report).toMatchObject({ read: 3, accepted: 1, unchanged: 2 });
    expect((await now(2019)).revisions).toHaveLength(2);
  });

  test("a newer edition counts", async () => {
    await send([line("2019", "71.5"), line("2025", "72.5")]);
    expect((await now(2019)).observation).toEqual({ value: 71.5 });
  });

  test("what a partner corrects himself counts, until an edition of a later day", async () => {
    const cells = {
      ...{ indicateur: "A04", niveau: "DEPARTMENT", territoire: "974", annee: "2019", unite: "naissances", valeur: "13001" },
      ...{ statut: "PUBLISHED", millesime: "2019", remarque: "", numerateur: "", denominateur: "" },
    };
    expect(await importRows(hub.databaseUrl, ["cdsf", "observations"], [cells])).toMatchObject({ rejected: [], written: true });
    const file = "code,libelle,2019\n974,La Réunion,13002\n";
    const publish = (publishedOn: string) =>
      importInto(hub.databaseUrl, "cdsf", "births-dep", file, { fileName: "naissances_dep.csv", publishedOn });
    await publish("2026-01-01");
    expect((await seenOf("A04:DEPARTMENT:974:2019", "observation { value }")).observation).toEqual({ value: 13001 });
    await publish(today());
    expect((await seenOf("A04:DEPARTMENT:974:2019", "observation { value }")).observation).toEqual({ value: 13002 });
  });
});

describe("what was published before the hub existed", () => {
  const births = "A04:DEPARTMENT:52:2024";
  const then = async (asOf: string) =>
    (await seenOf(births, "observation(asOf: $asOf) { value status source { publishedOn } }", { asOf })).observation;

  test("is known since its publication", async () => {
    expect(await then("2026-01-01T00:00:00Z")).toEqual({ value: 1250, status: "PUBLISHED", source: { publishedOn: "2025-09-09" } });
    expect(await then("2025-09-08T22:00:00Z")).toMatchObject({ value: 1250 }); // midnight in Paris
    expect(await then("2025-09-08T21:59:59Z")).toMatchObject({ value: null, status: "NOT_TRANSMITTED" });
  });

  test("has the day that its import is told, and the same file told another is another edition", async () => {
    const file = "annee,numdep,txcouv_dep\n2016,52,66.6\n";
    const publish = (publishedOn: string) => importInto(hub.databaseUrl, "caf", "coverage", file, { publishedOn });
    const revisions = async () =>
      (await seenOf("B01:DEPARTMENT:52:2016", "revisions { value source { edition publishedOn } }")).revisions.map(
        ({ source }: any) => source,
      );
    await publish("2017-10-02");
    expect(await revisions()).toEqual([{ edition: "2017-10-02", publishedOn: "2017-10-02" }]);
    await publish("2017-10-02");
    expect(await revisions()).toHaveLength(1);
    await publish("2018-10-02");
    expect((await revisions()).map(({ edition }: any) => edition)).toEqual(["2018-10-02", "2017-10-02"]);
  });

  test("is not of a day to come, and what is sent to the hub has none", async () => {
    const file = "annee,numdep,txcouv_dep\n2015,52,66.6\n";
    await expect(importInto(hub.databaseUrl, "caf", "coverage", file, { publishedOn: "2100-01-01" })).rejects.toThrow(
      "Le jour de publication 2100-01-01 est à venir",
    );
    const sent = "indicateur,niveau,territoire,annee,valeur,unite,statut,numerateur,denominateur,millesime,remarque\n";
    await expect(importInto(hub.databaseUrl, "caf", "observations", sent, { publishedOn: "2025-01-01" })).rejects.toThrow(
      "n'a pas de jour de publication",
    );
  });
});
