import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../../foundation/day.ts";
import { at } from "../clock.ts";
import { type Hub, startHub } from "../hub.ts";
import { importRows } from "../import-into.ts";
import { csvRows } from "../printed-file.ts";

/** Half past midnight in Paris, where UTC has the day before. */
const parisNight = "2027-01-31T23:30:00Z";
/** Half past midnight in La Réunion, where Paris and UTC have the day before. */
const reunionNight = "2027-01-31T20:30:00Z";
/** Half past midnight in UTC, where Guadeloupe has the day before. */
const utcNight = "2027-02-01T00:30:00Z";

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
/** The first and the last territories to see a day, and one between. */
const reviewed = ["986", "987", "52"];

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({
    async prepare(url) {
      const years = ["2024", "2025"];
      const plan = { etabli_le: "", publie_le: "", orientations: "", eaje_autorises: "", assistants_maternels: "", garde_domicile: "" };
      const plans = [
        ...reviewed.flatMap((departement) =>
          years.map((annee) => ({ departement, annee, statut: "PUBLISHED", ...plan, publie_le: annee === "2025" ? "2025-02-10" : "" })),
        ),
        ...["971", "974"].map((departement) => ({ departement, annee: "2027", statut: "PUBLISHED", ...plan })),
        { departement: "52", annee: "2027", statut: "PUBLISHED", ...plan },
      ];
      expect(await importRows(url, ["pmi", "inspection-plans"], plans)).toMatchObject({ written: true });
      const reviews = reviewed.flatMap((departement) => [
        { departement, annee: "2024", presente_le: "", annexe_le: "", publie_le: today(departement), qualite: "" },
        { departement, annee: "2025", presente_le: "", annexe_le: "", publie_le: dayAfter(today(departement)), qualite: "" },
      ]);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString(); // a review to come is refused, unless the clock of who imports runs fast
      expect(await at(tomorrow, () => importRows(url, ["pmi", "inspection-reviews"], reviews))).toMatchObject({ written: true });
    },
  });
});
afterAll(() => hub.close());

const nights: [where: string, instant: string, department: string, isOver: boolean][] = [
  ["00:30 in Paris", parisNight, "52", true],
  ["00:30 in La Réunion", reunionNight, "974", true],
  ["that hour in Paris", reunionNight, "52", false],
  ["00:30 in UTC, in Guadeloupe", utcNight, "971", false],
];

test.each(nights)("at %s, 31 January is over, or not yet: a deadline and a plan say so", async (_, instant, department, isOver) => {
  const { data } = await at(instant, () =>
    hub.query(
      `query ($department: ID!) { committee(department: $department) { department { deadlines(from: "2027-01-01", to: "2027-12-31") { code state } } inspectionPlan(year: 2027) { late } } }`,
      { department },
    ),
  );
  expect(data.committee.department.deadlines).toContainEqual({ code: "INSPECTION_PLAN", state: isOver ? "UNKNOWN" : "DUE" });
  expect(data.committee.inspectionPlan.late).toBe(isOver);
});

test.each(nights)("at %s, a control of 1 February was done, or is to come", async (_, instant, departement, isDone) => {
  const row = {
    id: "days",
    departement,
    etablissement: "",
    mode: "CHILDMINDER",
    categorie: "",
    date: "2027-02-01",
    autorites: "CD",
    type_controle: "ON_SITE_CONTROL",
    inopine: "oui",
    non_conformites: "",
    suites: "",
  };
  const { rejected } = await at(instant, () => importRows(hub.databaseUrl, ["pmi", "inspections"], [row], true));
  const refusal = { line: 2, column: "date", value: "2027-02-01", reason: "un contrôle à venir n'entre pas au registre" };
  expect(rejected).toEqual(isDone ? [] : [refusal]);
});

test.each(nights)("at %s, a review of 1 February is published, or is to come", async (_, instant, departement, isPublished) => {
  const row = { departement, annee: "2027", presente_le: "", annexe_le: "", publie_le: "2027-02-01", qualite: "" };
  const { rejected } = await at(instant, () => importRows(hub.databaseUrl, ["pmi", "inspection-reviews"], [row], true));
  const reason = "la date de publication est à venir : laissez-la vide, et transmettez à nouveau le bilan une fois publié";
  expect(rejected).toEqual(isPublished ? [] : [{ line: 2, column: "publie_le", value: "2027-02-01", reason }]);
});

test.each(reviewed)("in %s a review is public on the day of its own publication, and not on the day before", async (department) => {
  const plan = (year: number) => `inspectionPlan(department: "${department}", year: ${year}) { review { publishedOn } }`;
  const { data } = await hub.query(`{ today: ${plan(2024)} tomorrow: ${plan(2025)} }`);
  expect(data).toEqual({ today: { review: { publishedOn: today(department) } }, tomorrow: { review: null } });
});

test("a file is received on the day of Paris", async () => {
  await at(parisNight, () => importRows(hub.databaseUrl, ["cdsf", "committee-bodies"], [bodyOf("ZZ")]));
  const { data } = await hub.query(`{ committee(department: "ZZ") { bodies { name source { receivedOn } } } }`);
  expect(data.committee.bodies).toContainEqual({ name: "Instance des jours", source: { receivedOn: "2027-02-01" } });
});

const bodyOf = (departement: string) => ({
  departement,
  code: "days",
  libelle: "Instance des jours",
  nature: "",
  pilotage: "",
  membres: "",
  periodicite: "",
  categorie: "PLENARY",
  role: "",
});

test.each([
  ["2027-12-31T11:30:00Z", "2028", true],
  ["2027-12-31T11:30:00Z", "2029", false],
  ["2027-12-31T12:30:00Z", "2029", true],
  ["2027-12-31T12:30:00Z", "2030", false],
])("at %s the year %s is next year's at most, %s: New Year is that of Wallis", async (instant, annee, isRead) => {
  const blank = Object.keys(csvRows("data/demonstration/documents.csv")[0]!).map((column) => [column, ""]);
  const row = { ...Object.fromEntries(blank), id: "52-days", territoires: "DEPARTMENT:52", type: "OTHER", titre: "Jours", annee };
  const { rejected } = await at(instant, () => importRows(hub.databaseUrl, ["cdsf", "documents"], [row], true));
  expect(rejected.map(({ column }) => column)).toEqual(isRead ? [] : ["annee"]);
});
