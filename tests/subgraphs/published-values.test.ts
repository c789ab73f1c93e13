import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { importRows } from "../import-into.ts";
import { csvRows } from "../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

interface Recorded {
  value: number;
  printed: string | null;
  unit: string;
  notes: string[];
  source: { publisher: string; dataset: string; printedVintage: string; edition: string };
}

/** What is recorded of a territory in a year, by indicator. */
async function recorded(level: string, code: string, year: number): Promise<Record<string, Recorded>> {
  const { data, errors } = await hub.query(
    `query ($level: TerritoryLevel!, $code: ID!, $year: Int!) { territory(level: $level, code: $code) { values(years: [$year], status: [PUBLISHED]) {
      indicator { code } observation { value printed unit notes source { publisher dataset printedVintage edition } }
    } } }`,
    { level, code, year },
  );
  expect(errors).toBeUndefined();
  return Object.fromEntries(data.territory.values.map(({ indicator, observation }: any) => [indicator.code, observation]));
}

/** A number as these documents print it, with what follows it. */
const number = (printed: string) =>
  Number(/^[-+]?[\d\s]+([.,]\d+)?/.exec(printed.replace(/^- /, "-"))![0].replace(/\s/g, "").replace(",", "."));

test("each figure of the geographical tables of Haute-Marne is that of an EPCI of the time; other territories are none", async () => {
  const codes: Record<string, [code: string, year: number]> = {
    population: ["population", 2016],
    enfants_moins_6_ans_allocataires: ["caf-children-under-six", 2014],
    familles_monoparentales: ["caf-single-parent-families", 2014],
    beneficiaires_aeeh: ["aeeh-beneficiaries", 2014],
    allocataires_bas_revenus: ["caf-low-income-beneficiaries", 2014],
    assistantes_maternelles: ["B15", 2014],
  };
  const printed = csvRows("tests/fixtures/haute-marne/repartitions_geographiques.csv").filter(({ indicateur }) => indicateur! in codes);
  expect(printed).toHaveLength(30);
  for (const [epci, rows] of Map.groupBy(printed, ({ territoire_key }) => territoire_key!)) {
    if (epci === "autres-territoires") continue;
    const known = { 2014: await recorded("EPCI", epci, 2014), 2016: await recorded("EPCI", epci, 2016) } as Record<number, any>;
    for (const { indicateur, valeur, part_imprimee } of rows) {
      const [code, year] = codes[indicateur!]!;
      expect([code, known[year][code]?.value]).toEqual([code, Number(valeur)]);
      expect(known[year][code].notes[0]).toContain(`Part imprimée : ${part_imprimee} ;`);
    }
  }
  const { B15 } = await recorded("DEPARTMENT", "52", 2014);
  expect(B15).toMatchObject({ value: 1146, notes: expect.arrayContaining([expect.stringMatching(/fait 1.145, et non 1.146/)]) });
});

test("births that the schema prints are an earlier edition of those of Insee, and the only ones of an EPCI that is gone", async () => {
  expect((await recorded("EPCI", "200044170", 2014)).A04).toMatchObject({ value: 483, source: { publisher: "CDSF de la Haute-Marne" } });
  expect((await recorded("EPCI", "200044253", 2014)).A04).toMatchObject({ value: 145, source: { publisher: "Insee" } });
});

test("the sectors of a document are territories, with their facilities and places", async () => {
  for (const { secteur_derive: code, nb_structures, places } of csvRows("tests/fixtures/haute-marne/eaje_secteurs_2015.csv").slice(0, 3)) {
    const known = await recorded("SECTOR", code!, 2015);
    expect([known.creches?.value, known["creche-places"]?.value]).toEqual([Number(nb_structures), Number(places)]);
  }
  const { data } = await hub.query('{ territory(level: SECTOR, code: "LANGRES") { name kind parents { id } } }');
  expect(data.territory).toMatchObject({
    name: "Secteur de Langres",
    kind: "CURRENT",
    parents: expect.arrayContaining([{ id: "DEPARTMENT:52" }]),
  });
});

test("every figure of the department's table is served, with what the document says beside it", async () => {
  const codes: Record<string, [code: string, year: number]> = {
    population_totale: ["population", 2016],
    evolution_population: ["population-change", 2016],
    communes: ["commune-count", 2016],
    densite: ["population-density", 2016],
    evolution_naissances: ["births-change-rate", 2014],
    allocataires_caf: ["caf-beneficiaries", 2014],
    part_allocataires_population: ["caf-beneficiaries-population-share", 2014],
    part_personnes_couvertes: ["caf-covered-population-share", 2014],
    enfants_moins_6_ans_caf: ["caf-children-under-six", 2014],
    enfants_moins_6_ans_monoparentales: ["caf-children-under-six-single-parent", 2014],
    enfants_moins_6_ans_bas_revenus: ["caf-children-under-six-low-income", 2014],
    familles_monoparentales_caf: ["caf-single-parent-families", 2014],
    beneficiaires_aeeh: ["aeeh-beneficiaries", 2014],
    familles_bas_revenus: ["caf-low-income-beneficiaries", 2014],
    taux_couverture_global: ["B01", 2013],
    seuil_taux_prioritaire: ["coverage-priority-threshold", 2013],
    eaje_structures: ["creches", 2015],
    eaje_places: ["creche-places", 2015],
    assistantes_maternelles_activite: ["B15", 2014],
    mam: ["B17", 2015],
    ram: ["B18", 2015],
    taux_scolarisation_moins_3_ans: ["schooling-under-three-rate", 2015],
    objectif_laep: ["laep-goal", 2017],
    ppicc_montant_place: ["ppicc-amount-per-place", 2016],
  };
  const rows = csvRows("tests/fixtures/haute-marne/indicateurs_departement.csv").filter(({ indicateur }) => !indicateur!.endsWith("_msa"));
  const known = new Map<number, Record<string, Recorded>>();
  for (const year of [2013, 2014, 2015, 2016, 2017]) known.set(year, await recorded("DEPARTMENT", "52", year));
  for (const { indicateur, valeur_imprimee } of rows) {
    if (indicateur === "assistantes_maternelles_agreees") continue; // of an earlier edition than the Drees's 1 670
    const [code, year] = codes[indicateur!]!;
    expect([code, known.get(year)![code]?.value]).toEqual([code, number(valeur_imprimee!)]);
  }
  expect(rows).toHaveLength(25);
  expect(known.get(2014)!.B13!.value).toBe(1670);
  expect(known.get(2014)!["aeeh-beneficiaries"]!.notes).toContain("Le document précise : + 152 (+ 24.09%) vs 631 en 2011.");
  expect(known.get(2015)!["B17-childminders"]!.value).toBe(20);
  expect((await recorded("DEPARTMENT", "52", 2011)).B01!.value).toBe(56.53);
  expect((await recorded("NATION", "FR", 2013)).B01!.value).toBe(55.1);
});

test("each type of facility of 2015, and those of 2008", async () => {
  const [of2015, of2008] = [await recorded("DEPARTMENT", "52", 2015), await recorded("DEPARTMENT", "52", 2008)];
  const codes = [
    ["multi-care-creches", "multi-care-creche-places"],
    ["B12", "B12-places"],
    ["drop-in-creches", "drop-in-creche-places"],
    ["micro-creches", "micro-creche-places"],
    ["creches", "creche-places"],
  ] as const;
  const [past, ...types] = csvRows("tests/fixtures/haute-marne/eaje_synthese_2015.csv").toReversed();
  expect(types.toReversed().map(({ nb_structures, places }) => [Number(nb_structures), Number(places)])).toEqual(
    codes.map(([structures, places]) => [of2015[structures]?.value, of2015[places]?.value]),
  );
  expect([of2008.creches?.value, of2008["creche-places"]?.value]).toEqual([Number(past!.nb_structures), Number(past!.places)]);
});

test("the social portrait of Seine-Saint-Denis: the commune's and the department's figures, to the digit", async () => {
  const codes: Record<string, string> = {
    "Nb de gardes à domicile": "home-care-arrangements",
    "Nombre d'EAJE": "creches",
    "Nb d'enfants inscrits dans les crèches 0-5 ans": "children-enrolled-in-creches",
    "Part d'enfants pauvres accueillis dans les crèches départementales": "poor-children-in-departmental-creches-share",
  };
  for (const row of csvRows("tests/fixtures/seine-saint-denis/portrait_social_petite_enfance_2024.csv")) {
    const code = codes[row.indicateur!]!;
    const [commune, department] = [
      await recorded("COMMUNE", "93066", Number(row.date)),
      await recorded("DEPARTMENT", "93", Number(row.date)),
    ];
    expect([code, commune[code]?.value, department[code]?.value]).toEqual([code, number(row.saint_denis!), number(row.seine_saint_denis!)]);
  }
});

test("every figure of the circular on agreements and schemes is one of France, published on 9 April 2026", async () => {
  const known = new Map<number, Record<string, Recorded>>();
  for (const year of [2022, 2023, 2024, 2025, 2026]) known.set(year, await recorded("NATION", "FR", year));
  const told = [...known.values()]
    .flatMap((values) => Object.values(values))
    .filter(({ source }) => source?.dataset === "Circulaire C-2026-090 du 9 avril 2026");
  const folder = "tests/fixtures/national";
  const printed = [
    ...csvRows(`${folder}/ctg_31_12_2024.csv`).map(({ valeur_imprimee }) => valeur_imprimee!),
    ...csvRows(`${folder}/ctg_thematiques.csv`).map(({ part_imprimee }) => part_imprimee!),
    ...csvRows(`${folder}/sdsf_date_fin_dec_2024.csv`).map(({ nb_schemas }) => nb_schemas!),
    ...csvRows(`${folder}/sdsf_thematiques_dgcs_nov_2024.csv`).map(({ part_imprimee }) => part_imprimee!),
    "99", // « 96 (99 en 2025) » is two figures
  ];
  expect(printed).toHaveLength(58);
  expect(told.map(({ value }) => value).toSorted()).toEqual(printed.map(number).toSorted());
  expect(new Set(told.map(({ source }) => source.edition))).toEqual(new Set(["2026-04-09"]));
  const of2024 = known.get(2024)!;
  expect(of2024.P02).toMatchObject({ value: 3096, printed: "3 096", unit: "CTG" });
  expect(of2024["ctg-with-msa"]).toMatchObject({ value: 198, notes: ["Le document précise : dont 92 intercommunal."] });
  expect(of2024["schemes-ending-2026"]!.value).toBe(55);
  expect(known.get(2023)!["ctg-cooperation-fte-per-ctg"]).toMatchObject({ value: 1.36, unit: "ETP / CTG" });
});

const line = csvRows("data/documents/haute-marne/caf-values.csv")[1]!;
const imported = async (owner: string, change: Record<string, string>) =>
  importRows(hub.databaseUrl, [owner, "published-values"], [{ ...line, ...change }], true);

test.each([
  ["indicateur", { indicateur: "invented" }, "code inconnu du hub"],
  ["unite", { unite: "têtes blondes" }, "unité inconnue du hub"],
  ["territoire", { niveau: "COMMUNE" }, "attendu : le code d'un territoire de cet échelon"],
  ["valeur", { valeur: "beaucoup" }, "attendu : un nombre"],
  ["valeur", { valeur: "1564" }, "attendu : un nombre de 0 à 100 (a-t-il perdu sa virgule"],
  ["valeur", { indicateur: "B01", unite: "places / 100 enfants < 3 ans", valeur: "5080" }, "attendu : un nombre de 0 à 300"],
  ["valeur", { indicateur: "BENEFICIARIES", unite: "allocataires", valeur: "-3" }, "attendu : un nombre positif ou nul"],
  ["document", { document: "" }, "cellule vide"],
  ["indicateur", { indicateur: "creches" }, "cet indicateur est transmis par son producteur (PMI)"],
])("a line whose %s is %o is refused", async (column, change, reason) => {
  expect((await imported("caf", change)).rejected).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});

test("each partner has the layout for its own numbers, and a small one is public where a document printed it", async () => {
  expect((await imported("pmi", { indicateur: "B13", valeur: "3", unite: "personnes" })).rejected).toEqual([]);
  expect((await imported("pmi", { indicateur: "T7" })).rejected).toMatchObject([{ column: "indicateur" }]);
  expect((await imported("france-travail", { indicateur: "job-seekers", unite: "demandeurs d'emploi" })).rejected).toEqual([]);
  expect((await imported("msa", { indicateur: "BENEFICIARIES", unite: "allocataires" })).rejected).toEqual([]);
  expect((await imported("cdsf", { indicateur: "population", unite: "habitants" })).rejected).toEqual([]);
});

test("what its publisher masks stays masked, in his own sign", async () => {
  await importRows(
    hub.databaseUrl,
    ["caf", "published-values"],
    [{ ...line, annee: "2019", valeur: "s", valeur_imprimee: "", millesime: "2019" }],
  );
  const { data } = await hub.query(
    '{ territory(level: DEPARTMENT, code: "52") { values(years: [2019], indicators: ["caf-beneficiaries-population-share"]) { observation { value status printed } } } }',
  );
  expect(data.territory.values).toEqual([{ observation: { value: null, status: "SUPPRESSED", printed: "s" } }]);
});
