import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const findingsOf = async (department: string, year: number, client?: string) => {
  const { data, errors } = await hub.query(
    `query ($department: ID!, $year: Int!) { inspectionPlan(department: $department, year: $year) {
       findings { code severity subject message correction legalBasis askWhom } } }`,
    { department, year },
    client,
  );
  expect(errors).toBeUndefined();
  return data.inspectionPlan?.findings ?? null;
};

test("the clean year of ZZ has no finding", async () => {
  expect(await findingsOf("ZZ", 2025)).toEqual([]);
});

test("the plan of 2026, established on 9 February, is found late by whoever may see it", async () => {
  expect(await findingsOf("ZZ", 2026, "cdzz")).toEqual([
    {
      code: "PLAN_ESTABLISHED_LATE",
      severity: "ERROR",
      subject: "plan 2026",
      message: "Le plan a été établi le 2026-02-09 ; il était dû le 2026-01-31.",
      correction: null,
      legalBasis: "D. 2324-51 CSP",
      askWhom: "CD",
    },
  ]);
  expect(await findingsOf("ZZ", 2026)).toBeNull(); // it is not published
});

describe("a year in which all is wrong", () => {
  const year = 2024;
  beforeAll(async () => {
    const like = (file: string) => csvRows(`data/demonstration/${file}.csv`).find(({ annee }) => annee === "2025")!;
    const send = async (dataset: string, ...rows: Record<string, string>[]) => {
      const { rejected, written } = await importRows(hub.databaseUrl, ["pmi", dataset], rows);
      expect({ rejected, written }).toEqual({ rejected: [], written: true });
    };
    const when = { annee: String(year) };
    await send("inspection-plans", {
      ...like("inspection-plans"),
      ...when,
      etabli_le: "2024-03-01",
      publie_le: "2024-03-02",
      eaje_autorises: "1",
      garde_domicile: "",
    });
    await send("inspection-objectives", { ...like("inspection-objectives"), ...when });
    const inspections = csvRows("data/demonstration/inspections.csv").filter(({ mode, etablissement }) => mode === "EAJE" && etablissement);
    const [one, other] = [...new Map(inspections.map((row) => [row.etablissement, row])).values()];
    const inspection = (row: Record<string, string>, id: string) => ({
      ...row,
      id,
      date: `${year}-05-02`,
      suites: "OBSERVATIONS|INJUNCTION",
    });
    await send("inspections", inspection(one!, "wrong-1"), inspection(other!, "wrong-2"));
    await send("inspection-reviews", {
      ...like("inspection-reviews"),
      ...when,
      presente_le: "2025-02-20",
      annexe_le: "2025-02-10",
      publie_le: "2025-03-01",
    });
  });

  test("has each of its faults found", async () => {
    const found = await findingsOf("ZZ", year);
    expect(found.map(({ code, message }: any) => [code, message])).toEqual([
      ["MORE_CONTROLLED_THAN_AUTHORISED", "Le registre a contrôlé 2 établissements ; le plan n'en recense que 1 autorisés."],
      [
        "REVIEW_PRESENTED_LATE",
        "Le bilan a été présenté au comité le 2025-02-20 ; la synthèse à laquelle il est annexé était due le 2025-02-01.",
      ],
      ["REVIEW_PRESENTED_LATE", expect.stringContaining("annexé à la synthèse le 2025-02-10")],
      ["REVIEW_ANNEXED_UNSEEN", "Le bilan a été annexé à la synthèse le 2025-02-10, et n'a été présenté au comité que le 2025-02-20."],
    ]);
    // No plan was due before 2026, and the law said nothing of what it holds.
  });
});

test("a plan of the law has an objective for each mode, and a whole census", async () => {
  const like = (file: string) => csvRows(`data/demonstration/${file}.csv`).find(({ annee }) => annee === "2025")!;
  const of52 = { departement: "52", annee: "2026" };
  const plan = { ...like("inspection-plans"), ...of52, etabli_le: "2026-01-31", publie_le: "2026-02-02", garde_domicile: "" };
  expect(await importRows(hub.databaseUrl, ["pmi", "inspection-plans"], [plan])).toMatchObject({ written: true });
  const objective = { ...like("inspection-objectives"), ...of52 };
  expect(await importRows(hub.databaseUrl, ["pmi", "inspection-objectives"], [objective])).toMatchObject({ written: true });
  expect((await findingsOf("52", 2026)).map(({ code, message }: any) => [code, message])).toEqual([
    ["MODE_WITHOUT_OBJECTIVE", "Le plan n'a aucun objectif quantifié pour ce mode d'accueil : Assistant maternel agréé."],
    ["MODE_WITHOUT_OBJECTIVE", expect.stringContaining("garde d'enfants à domicile")],
    ["CENSUS_INCOMPLETE", expect.stringContaining("garde à domicile")],
  ]);
});
