import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const findingsOf = async (department: string, year: number) => {
  const { data, errors } = await hub.query(
    "query ($department: ID!, $year: Int!) { committee(department: $department) { findings(year: $year) { code severity subject message legalBasis } } }",
    { department, year },
  );
  expect(errors).toBeUndefined();
  return data.committee.findings;
};

test("the synthesis of 2024 has no review of inspections, and a seat lacks; in 2025 nothing is wrong", async () => {
  expect(await findingsOf("ZZ", 2024)).toEqual([
    {
      code: "DOCUMENT_INCOMPLETE",
      severity: "ERROR",
      subject: "Synthèse 2024 des travaux du comité",
      message: "Il y manque : Bilan du plan d'inspection et de contrôle.",
      legalBasis: "D. 214-2-1 CASF",
    },
    {
      code: "COMPOSITION",
      severity: "WARNING",
      subject: "comité au 31 décembre 2024",
      message: "Sièges « maires, adjoints et présidents d'EPCI » : 3, 4 au moins attendus.",
      legalBasis: "D. 214-3 CASF",
    },
  ]);
  expect(await findingsOf("ZZ", 2025)).toEqual([]);
});

test("the scheme of 2020 was signed without the MSA, and leaves a theme of all schemes out", async () => {
  const common = { severity: "ERROR", subject: "schéma 2020-2023", legalBasis: "circulaire Cnaf C-2026-090" };
  expect((await findingsOf("ZZ", 2023)).filter(({ code }: any) => code !== "COMPOSITION")).toEqual([
    { ...common, code: "SCHEME_WITHOUT_MSA", message: "La MSA n'est pas parmi les signataires du schéma." },
    { ...common, code: "SCHEME_WITHOUT_CORE_THEME", message: "Il manque au schéma une thématique socle : soutien à la parentalité." },
  ]);
});

test.each(["52", "92", "93"])("nothing is wrong in what %s has printed", async (department) => {
  expect(await findingsOf(department, 2024)).toEqual([]);
});

test("a scheme of more than six years, one that was sent before it was adopted", async () => {
  const [, scheme] = csvRows("data/demonstration/schemes.csv");
  const send = (changes: Record<string, string>) =>
    importRows(hub.databaseUrl, ["cdsf", "schemes"], [{ ...scheme!, departements: "77", ...changes }]);
  const dates = { debut: "2012-06-01", fin: "2018-05-31", adopte_le: "2012-05-15", transmis_le: "2012-05-14" };
  expect(await send(dates)).toMatchObject({ written: true });
  expect(await findingsOf("77", 2012)).toMatchObject([{ code: "SCHEME_SENT_BEFORE_ADOPTED", subject: "schéma 2012-2018" }]);
  expect(await send({ ...dates, transmis_le: "2012-05-15", fin: "2018-06-01" })).toMatchObject({ written: true });
  expect(await findingsOf("77", 2012)).toMatchObject([
    { code: "SCHEME_TOO_LONG", message: "Le schéma va de 2012-06-01 à 2018-06-01 : plus de six ans." },
  ]);
});
