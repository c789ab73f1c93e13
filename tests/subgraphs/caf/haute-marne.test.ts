import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** The EPCI of 2016 that exist still: Auberive Vingeanne et Montsaugeonnais, Bassin de Joinville en Champagne, Trois Forêts. */
const stillThere = ["200027308", "200044253", "245200597"];
const byCode = (rows: { code: string }[]) => Object.fromEntries(rows.map((row) => [row.code, row]));
/** The indicators of coverage, rates and places, and that of beneficiaries. */
const ofTheCaf = [
  ...["B01", "B03", "B04", "B05", "B06", "B07", "B08", "coverage-facility", "coverage-individual"],
  ...["facility-psu", "facility-non-psu", "facility", "preschool", "childminder", "home-care", "individual"].map(
    (mode) => `places-${mode}`,
  ),
  "caf-beneficiaries",
];
const isEpci = ({ epci_key }: Record<string, string>) => epci_key !== "dep-52" && epci_key !== "hors-epci";

test("119,88 for Chalindrey stays 119.88, and keeps its printed text", async () => {
  const { data } = await hub.query(
    `query ($codes: [ID!]) { epci: territory(level: EPCI, code: "245200381") {
      kind
      coverage: values(years: [2013], indicators: $codes, status: [PUBLISHED]) { indicator { code } observation { value printed denominator notes source { printedVintage } } }
      places: values(years: [2013], indicators: ["B08"]) { observation { value status } }
    } }`,
    { codes: ofTheCaf },
  );
  expect(data.epci).toEqual({
    kind: "FORMER",
    coverage: [
      {
        indicator: { code: "B01" },
        observation: { value: 119.88, printed: "119,88%", denominator: 121, notes: [], source: { printedVintage: "2013" } },
      },
    ],
    places: [{ observation: { value: null, status: "NOT_TRANSMITTED" } }],
  });
});

test("coverage of 2013 and beneficiaries of 2014 are the file's, for each of the 16 EPCI of the time", async () => {
  const { data } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "52") {
    parts(level: EPCI, filter: { kinds: [CURRENT, FORMER] }, first: 50) { nodes {
      code kind values(years: [2013, 2014], indicators: ["B01", "caf-beneficiaries"], status: [PUBLISHED]) { year indicator { code } observation { value printed denominator unit } }
    } }
  } }`);
  const beneficiaries = csvRows("tests/fixtures/haute-marne/epci_allocataires_2014.csv");
  const expected = csvRows("tests/fixtures/haute-marne/taux_couverture_epci_2013.csv")
    .filter(isEpci)
    .map(({ epci_key, taux_couverture_2013_imprime: printed, naissances_enfants_moins_3_ans: births }) => {
      const line = beneficiaries.find((row) => row.epci_key === epci_key)!;
      return {
        code: epci_key!,
        kind: stillThere.includes(epci_key!) ? "CURRENT" : "FORMER",
        values: [
          {
            year: 2013,
            indicator: { code: "B01" },
            observation: {
              value: Number(printed!.replace(",", ".").replace("%", "")),
              printed,
              denominator: Number(births),
              unit: "places pour 100 enfants de moins de 3 ans",
            },
          },
          {
            year: 2014,
            indicator: { code: "caf-beneficiaries" },
            observation: { value: Number(line.allocataires_31_12_2014), printed: null, denominator: null, unit: "allocataires" },
          },
        ],
      };
    });
  expect(expected).toHaveLength(16);
  const { nodes } = data.department.parts;
  const [ofThen, others] = [true, false].map((then) =>
    nodes.filter(({ code }: any) => expected.some((epci) => epci.code === code) === then),
  );
  expect(byCode(ofThen)).toEqual(byCode(expected));
  expect(others.length).toBeGreaterThan(0);
  for (const epci of others) expect(epci).toMatchObject({ kind: "CURRENT", values: [] });
});

test("the department's own lines stay as printed, and what does not add up is flagged", async () => {
  const { data } = await hub.query(
    `query ($codes: [ID!]) { department: territory(level: DEPARTMENT, code: "52") {
      values(indicators: $codes, years: [2013, 2014], status: [PUBLISHED]) { year indicator { code } observation { value printed denominator notes } }
    } }`,
    { codes: ofTheCaf },
  );
  expect(data.department.values).toEqual([
    {
      year: 2013,
      indicator: { code: "B01" },
      observation: {
        value: 65.66,
        printed: "65,66 %",
        denominator: 5639,
        notes: [expect.stringMatching(/5.633.*5.639/), expect.stringMatching(/65,68.*65,66 %/)],
      },
    },
    {
      year: 2014,
      indicator: { code: "caf-beneficiaries" },
      observation: { value: 28628, printed: null, denominator: null, notes: [expect.stringMatching(/28.546.*82/)] },
    },
  ]);
});

test("the 19 lines of the CTG table say signed, in preparation or none, with the year as printed", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { agreements(first: 100) { totalCount nodes { status printed signedYear rank holder { level code } } } } }`,
  );
  const { totalCount, nodes } = data.department.agreements;
  const statuses: Record<string, string> = { signee: "SIGNED", en_cours: "IN_PREPARATION", sans_ctg: "NONE" };
  const communes: Record<string, string> = { "commune-chaumont": "52121", "commune-joinville": "52250", "commune-nogent": "52353" };
  const expected = csvRows("tests/fixtures/haute-marne/ctg.csv").map((row) => ({
    status: statuses[row.statut_derive!],
    printed: row.annee_signature_imprimee,
    signedYear: row.statut_derive === "signee" ? Number(row.annee_signature_imprimee!.slice(-4)) : null,
    rank: Number(row.rang_derniere_ctg) || null,
    holder: communes[row.territoire_key!]
      ? { level: "COMMUNE", code: communes[row.territoire_key!] }
      : { level: "EPCI", code: row.territoire_key },
  }));
  expect(totalCount).toBe(19);
  expect(nodes).toEqual(expect.arrayContaining(expected));
  expect(nodes.filter(({ status }: any) => status === "SIGNED")).toHaveLength(13);
});

test("the relays of the file are RPE of the department, under their printed name", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { familyServices(kind: RPE, first: 100) { totalCount nodes { name territory { code } } } } }`,
  );
  const printed = csvRows("tests/fixtures/haute-marne/ram.csv");
  expect(data.department.familyServices.totalCount).toBe(12);
  expect(data.department.familyServices.nodes.map(({ name }: any) => name).toSorted()).toEqual(
    printed.map((row) => row.nom_structure).toSorted(),
  );
  expect(data.department.familyServices.nodes.find(({ name }: any) => name === "RAM les petits loups").territory).toEqual({
    code: "52353",
  });
});

/** What is recorded of the department, by indicator. */
async function ofDepartment(indicators: string[]): Promise<any[]> {
  const { data, errors } = await hub.query(
    `query ($indicators: [ID!]) { department: territory(level: DEPARTMENT, code: "52") {
      values(indicators: $indicators) { year indicator { code } observation { value printed unit notes source { printedVintage } } }
    } }`,
    { indicators },
  );
  expect(errors).toBeUndefined();
  return data.department.values.filter(({ observation }: any) => observation.value !== null);
}

test.each([
  ["CLAS", "clas_2014_2015.csv", "D05", "2014/2015", 53],
  ["REAAP", "reaap_2015.csv", "D04", "2015", 9],
])("each line of the %s table is a service with its actions, and its total is the printed one", async (kind, file, code, period, total) => {
  const { data } = await hub.query(
    `query ($kind: FamilyServiceKind) { department: territory(level: DEPARTMENT, code: "52") {
      familyServices(kind: $kind, first: 100) { nodes { operator activity { indicator { code } year period observation { value unit } } } }
    } }`,
    { kind },
  );
  const printed = csvRows(`tests/fixtures/haute-marne/${file}`).filter(({ porteur }) => !porteur!.startsWith("Total"));
  const year = Number(period.slice(0, 4));
  const byOperator = (rows: any[]) => rows.toSorted((a, b) => (a.operator < b.operator ? -1 : 1));
  expect(byOperator(data.department.familyServices.nodes)).toEqual(
    byOperator(
      printed.map((row) => ({
        operator: row.porteur,
        activity: [{ indicator: { code }, year, period, observation: { value: Number(row.nb_actions), unit: "actions" } }],
      })),
    ),
  );
  expect(await ofDepartment([code])).toEqual([
    {
      year,
      indicator: { code },
      observation: { value: total, printed: null, unit: "actions", notes: [], source: { printedVintage: period } },
    },
  ]);
});

test("« 17 structures » for CLAS stays, flagged: the table has 13 lines", async () => {
  expect(await ofDepartment(["clas-structures"])).toEqual([
    {
      year: 2014,
      indicator: { code: "clas-structures" },
      observation: {
        value: 17,
        printed: "Total = 17 structures",
        unit: "structures",
        notes: [expect.stringMatching(/13 lignes.*16 structures/)],
        source: { printedVintage: "2014/2015" },
      },
    },
  ]);
});

/** The code of each measure of the table, in the words of the document. */
const codes: Record<string, string> = {
  "LAEP enfants accueillis": "laep-children",
  "MEDIATION_FAMILIALE affaires nouvelles soumises au juge aux affaires familiales": "family-court-cases",
  "MEDIATION_FAMILIALE mesures de médiation familiale": "D06-measures",
  "MEDIATION_FAMILIALE taux de recours": "family-mediation-rate",
  "GIPA séances": "parent-information-sessions",
  "GIPA participants": "parent-information-participants",
  "ESPACE_RENCONTRE familles": "contact-centre-families",
  "ESPACE_RENCONTRE enfants": "D07-children",
};
const codesOfDepartment: Record<string, string> = {
  "SEPARATIONS séparations": "separations",
  "CLAS enfants bénéficiaires": "D05-children",
  "CLAS participants": "clas-training-participants",
};

test("every number of the other parenting services is there, percentages and printed text included", async () => {
  const { data } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "52") {
    familyServices(first: 100, states: [OPEN, STUDIED]) { nodes {
      kind name state approvedOn activity { indicator { code unit } period observation { value printed unit } }
    } }
  } }`);
  const { nodes } = data.department.familyServices;
  const printed = csvRows("tests/fixtures/haute-marne/parentalite_autres.csv")
    .filter(({ mesure }) => mesure !== "statut" && mesure !== "agrément centre social")
    .map(({ dispositif, mesure, nom, date, valeur }) => ({ key: `${dispositif} ${mesure}`, nom, date, valeur: valeur! }));
  const number = (valeur: string) => Number(valeur.replace(",", ".").replace("%", ""));
  const told = nodes
    .filter(({ kind }: any) => kind !== "CLAS" && kind !== "REAAP")
    .flatMap(({ name, activity }: any) =>
      activity.map(({ indicator, period, observation }: any) => {
        expect(observation.unit).toBe(indicator.unit);
        return [name, indicator.code, period, observation.value, observation.printed].join(" | ");
      }),
    );
  expect(told.toSorted()).toEqual(
    printed
      .filter(({ key }) => key in codes)
      .map(({ key, nom, date, valeur }) => [nom, codes[key], date, number(valeur), valeur].join(" | "))
      .toSorted(),
  );
  expect(told).toContain("service de médiation familiale | family-mediation-rate | 2014 | 1.99 | 1,99%");
  const values = await ofDepartment(Object.values(codesOfDepartment));
  expect(
    values.map(({ year, indicator, observation: { value, printed, notes } }) => [indicator.code, year, value, printed, notes]),
  ).toEqual(
    expect.arrayContaining(
      printed
        .filter(({ key }) => key in codesOfDepartment)
        .map(({ key, nom, date, valeur }) => [codesOfDepartment[key], Number(date!.slice(0, 4)), number(valeur), valeur, nom ? [nom] : []]),
    ),
  );
  expect([told.length, values.length]).toEqual([8, 5]);
  expect(nodes.filter(({ kind }: any) => kind === "LAEP").map(({ state }: any) => state)).toEqual(["OPEN", "STUDIED", "STUDIED"]);
  expect(
    nodes
      .filter(({ approvedOn }: any) => approvedOn)
      .map(({ approvedOn }: any) => approvedOn)
      .toSorted(),
  ).toEqual(["1989-01-01", "2011-01-01", "2013-01-01"]);
});

test("a training holds no CLAS, and what is studied is no open LAEP; a list that nobody sent is not an empty one", async () => {
  const { data } = await hub.query(`{
    known: territory(level: DEPARTMENT, code: "52") {
      clas: familyServices(kind: CLAS, first: 1) { totalCount known { status on source { dataset } } }
      laep: familyServices(kind: LAEP, first: 5) { totalCount nodes { name } }
      studied: familyServices(kind: LAEP, states: [STUDIED], first: 5) { totalCount }
      unsaid: familyServices(kind: PAEJ, first: 5) { totalCount known { status source { dataset } } }
      agreements(first: 1) { known { status } }
      ruralProgrammes(first: 1) { totalCount known { status on } }
      childminderHouses(first: 1) { known { status } }
    }
    unknown: territory(level: DEPARTMENT, code: "01") {
      agreements(first: 1, status: NONE) { totalCount known { status on source { dataset } } }
      familyServices(first: 1) { totalCount known { status } }
      childminderHouses(first: 1) { totalCount known { status } }
    }
    facilities(department: "01", first: 1) { totalCount describedOn known { status } }
    told: facilities(department: "52", first: 1) { totalCount describedOn known { status } }
  }`);
  const never = { status: "NOT_TRANSMITTED" };
  expect(data.known).toEqual({
    clas: {
      totalCount: 13,
      known: {
        status: "PUBLISHED",
        on: expect.stringMatching(/^20/),
        source: { dataset: "Schéma départemental des services aux familles 2016-2019" },
      },
    },
    laep: { totalCount: 1, nodes: [{ name: "La Mandarine" }] },
    studied: { totalCount: 2 },
    unsaid: { totalCount: 0, known: { ...never, source: null } },
    agreements: { known: { status: "PUBLISHED" } },
    ruralProgrammes: { totalCount: 0, known: { ...never, on: null } },
    childminderHouses: { known: { status: "PUBLISHED" } },
  });
  expect(data.unknown).toEqual({
    agreements: { totalCount: 0, known: { ...never, on: null, source: null } },
    familyServices: { totalCount: 0, known: never },
    childminderHouses: { totalCount: 0, known: never },
  });
  expect(data.facilities).toEqual({ totalCount: 0, describedOn: null, known: never });
  expect(data.told).toEqual({ totalCount: 23, describedOn: "2015-12-31", known: { status: "PUBLISHED" } });
});

test.each([
  ["mesure", { mesure: "D05" }, "code inconnu : d'un service de type LAEP, le hub compte D03 (heures), laep-children (enfants)"],
  ["mesure", { mesure: "constructor" }, "code inconnu"],
  ["valeur", { valeur: "beaucoup" }, "attendu : un nombre"],
  ["annee", { annee: "l'an dernier" }, "attendu : une année"],
  ["document", { document: "" }, "un document est nommé par son éditeur, son titre et son millésime"],
  ["epci", { epci: "245200456" }, "un service est dans une commune, ou dans un EPCI"],
])("a line of a document whose %s is %o is refused", async (column, change, reason) => {
  const row = { ...csvRows("data/documents/haute-marne/parenting.csv")[0]!, ...change };
  const { rejected } = await importRows(hub.databaseUrl, ["caf", "family-services"], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});

test("secrecy withholds what a Caf transmits of a service, and not what a document printed", async () => {
  const row = { ...csvRows("data/documents/haute-marne/parenting.csv")[0]!, valeur: "4" };
  const sent = (line: Record<string, string>) => importRows(hub.databaseUrl, ["caf", "family-services"], [line], true);
  expect((await sent(row)).rejected).toEqual([]);
  const { rejected } = await sent({ ...row, editeur: "", document: "", millesime: "" });
  expect(rejected).toMatchObject([{ column: "valeur", reason: expect.stringContaining("secret statistique") }]);
});
