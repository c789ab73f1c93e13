import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function asked(query: string, variables = {}): Promise<any> {
  const { data, errors } = await hub.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

test("a scheme, an agreement and a rural programme answer by the same names", async () => {
  const common = `__typename id title startOn endOn adoptedOn themes state(on: "2025-06-01")
    territories { code } signatories { party organisation signedOn } amendments { number signedOn label } axes { number }`;
  const { scheme, agreement, ruralProgramme } = await asked(`{
    scheme(department: "ZZ", startYear: 2024) { ${common} }
    agreement(id: "ZZ-CTG-2") { ${common} }
    ruralProgramme(id: "ZZ-R1") { ${common} }
  }`);
  expect(scheme).toMatchObject({
    ...{ __typename: "FamilyServicesScheme", state: "IN_FORCE", territories: [{ code: "ZZ" }] },
    amendments: [{ number: 1, signedOn: "2025-06-17", label: "ajout des actions de l'axe 3" }],
    axes: [{ number: 1 }, { number: 2 }, { number: 3 }],
  });
  expect(scheme.signatories).toContainEqual({ party: "MSA", organisation: "MSA de démonstration", signedOn: "2023-12-14" });
  expect(agreement).toMatchObject({
    ...{ __typename: "TerritorialAgreement", adoptedOn: "2022-12-05", state: "IN_FORCE", territories: [{ code: "ZZ0000002" }] },
    themes: ["EARLY_CHILDHOOD", "PARENTING", "SOCIAL_LIFE"],
    signatories: ["CAF", "EPCI", "MSA"].map((party) => ({ party, organisation: null, signedOn: null })),
    ...{ amendments: [], axes: [] },
  });
  expect(ruralProgramme).toMatchObject({ __typename: "RuralProgramme", state: "IN_FORCE", themes: null });
});

test("an action tells its state by what was said last, and is late after its last day", async () => {
  const { old, now } = await asked(`{
    old: scheme(department: "ZZ", startYear: 2020) { axes { actions { label state endOn progress { on state by } } } }
    now: scheme(department: "ZZ", startYear: 2024) { axes { objectives { actions { state partners { party } steps indicators { label indicator { code } } } } } }
  }`);
  expect(old.axes[0].actions).toEqual([
    {
      ...{ label: "Publier un guide départemental de l'offre d'accueil", state: "DONE", endOn: "2022-12-31" },
      progress: [
        { on: "2022-11-15", state: "DONE", by: "Commission petite enfance" },
        { on: "2021-03-16", state: "STARTED", by: "Commission petite enfance" },
      ],
    },
    expect.objectContaining({ state: "LATE", endOn: "2023-06-30" }),
  ]);
  const actions = now.axes.flatMap(({ objectives }: any) => objectives).flatMap(({ actions: own }: any) => own);
  expect(actions[0]).toMatchObject({
    ...{ state: "STARTED", partners: [], steps: ["Recenser les communes concernées", "Proposer un appui à chacune"] },
    indicators: [{ label: "Taux de couverture des modes d'accueil", indicator: { code: "B01" } }],
  });
  expect(actions[7].indicators).toContainEqual({ label: "Satisfaction des familles", indicator: null });
  expect(actions.map(({ state }: any) => state)).toContain("DROPPED");
});

describe("lists of the whole country", () => {
  const ids = async (args: string) =>
    (await asked(`{ schemes(${args}, first: 100) { totalCount nodes { id } } }`)).schemes.nodes.map(({ id }: any) => id);

  test("schemes: in force on a day, ending in a period, with a theme", async () => {
    expect(await ids('activeOn: "2017-06-01"')).toEqual(["52-2016"]);
    expect(await ids('activeOn: "2024-06-01"')).toEqual(["92-2022", "93-2024"]);
    expect(await ids('endsBetween: { from: "2026-01-01", to: "2026-12-31" }')).toEqual(["92-2022", "93-2024"]);
    expect(await ids('activeOn: "2024-06-01", endsBetween: { from: "2027-01-01" }')).toEqual([]);
    expect(await ids("themes: [PARENTING], includeDemonstration: true")).toEqual(["ZZ-2024"]);
  });

  test("a scheme of two departments is that of both", async () => {
    const row = { departements: "67|68", debut: "2021", fin: "2026", adopte_le: "", transmis_le: "", titre: "Schéma commun" };
    await importRows(hub.databaseUrl, ["cdsf", "schemes"], [row]);
    const { schemes, one, two } = await asked(`{
      schemes(activeOn: "2022-01-01", first: 10) { nodes { id territories { code } committees { id } } }
      one: committee(department: "67") { schemes { id } }
      two: committee(department: "68") { schemes { id } department { deadlines(from: "2026-01-01", to: "2026-12-31", codes: ["EVALUATION"]) { subject } } }
    }`);
    expect(schemes.nodes[0]).toEqual({
      id: "67-2021",
      territories: [{ code: "67" }, { code: "68" }],
      committees: [{ id: "67" }, { id: "68" }],
    });
    expect([one.schemes, two.schemes]).toEqual([[{ id: "67-2021" }], [{ id: "67-2021" }]]);
    await importRows(hub.databaseUrl, ["cdsf", "schemes"], [{ ...row, departements: "67" }]);
    const after = await asked('{ committee(department: "68") { schemes { id } } }');
    expect(after.committee.schemes).toEqual([]);
  });

  test("agreements: signed with the MSA, ended on a day, of a theme", async () => {
    const list = async (args: string) =>
      (await asked(`{ agreements(${args}, includeDemonstration: true, first: 100) { nodes { id } } }`)).agreements.nodes.map(
        ({ id }: any) => id,
      );
    expect(await list("signatories: [MSA]")).toEqual(["ZZ-CTG-2"]);
    expect(await list('endsBetween: { from: "2025-12-31", to: "2025-12-31" }')).toEqual(["ZZ-CTG-3"]);
    expect(await list('activeOn: "2025-12-31", themes: [EARLY_CHILDHOOD]')).toEqual(["ZZ-CTG-1", "ZZ-CTG-2", "ZZ-CTG-3"]);
    expect(await list('activeOn: "2026-01-01", themes: [ACCESS_TO_RIGHTS]')).toEqual([]);
  });
});

test("a state is said of what the source says there is none of, and of what it gives no days of", async () => {
  const { agreements } = await asked("{ agreements(first: 100) { nodes { status state } } }");
  const states = new Set(agreements.nodes.map(({ status, state }: any) => `${status} ${state}`));
  expect([...states].sort()).toEqual(["IN_PREPARATION IN_PREPARATION", "NONE NONE", "SIGNED UNKNOWN"]);
});

test.each([
  [
    "schemes",
    { departements: "51", debut: "2024", fin: "2029", titre: "S", signataires: "PREFET" },
    "signataires",
    "attendu : un organisme",
  ],
  [
    "schemes",
    { departements: "51", debut: "2024", fin: "2029", titre: "S", signataires: "CAF::hier" },
    "signataires",
    "attendu : un organisme",
  ],
  ["schemes", { departements: "51", debut: "2024", fin: "2029", titre: "S", avenants: "1::a|1::b" }, "avenants", "même numéro"],
  ["schemes", { departements: "51|52|54", debut: "2024", fin: "2029", titre: "S" }, "departements", "attendu : un département, ou deux"],
  ["plan-axes", { programme: "51-1999", axe: "1", libelle: "Axe" }, "programme", "ne connaît pas cet identifiant"],
  ["plan-actions", { programme: "ZZ-2024", axe: "9", libelle: "Agir" }, "objectif", "ne connaît pas cet identifiant"],
  [
    "plan-progress",
    { programme: "ZZ-2024", axe: "1", action: "99", le: "2025-01-01", etat: "DONE" },
    "action",
    "ne connaît pas cet identifiant",
  ],
  ["plan-progress", { programme: "ZZ-2024", axe: "1", action: "1", le: "2025-01-01", etat: "LATE" }, "etat", "le retard se calcule"],
  ["plan-progress", { programme: "ZZ-2024", axe: "1", action: "1", le: "2099-01-01", etat: "DONE" }, "le", "ce jour est à venir"],
  [
    "plan-details",
    { programme: "ZZ-2024", axe: "1", nature: "STEP", libelle: "Pas", indicateur: "T1" },
    "indicateur",
    "seul un indicateur",
  ],
])("%s: %o is refused", async (dataset, change, column, reason) => {
  const empty = { adopte_le: "", transmis_le: "", calendrier: "", objectif: "", action: "", libelle_action: "", pilote: "" };
  const columns: Record<string, string[]> = {
    schemes: ["adopte_le", "transmis_le"],
    "plan-axes": ["calendrier"],
    "plan-actions": ["objectif", "action", "calendrier"],
    "plan-details": ["objectif", "action", "libelle_action"],
    "plan-progress": ["libelle_action"],
  };
  const row = { ...Object.fromEntries(columns[dataset]!.map((name) => [name, empty[name as keyof typeof empty]])), ...change };
  const { rejected } = await importRows(hub.databaseUrl, ["cdsf", dataset], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});

test("a file of a plan tells all of it: what it names no more is gone, what was said of progress stays", async () => {
  const scheme = { departements: "51", debut: "2024", fin: "2029", titre: "S", adopte_le: "", transmis_le: "" };
  await importRows(hub.databaseUrl, ["cdsf", "schemes"], [scheme]);
  const of = { programme: "51-2024", axe: "1", objectif: "", action: "" };
  await importRows(hub.databaseUrl, ["cdsf", "plan-axes"], [{ programme: "51-2024", axe: "1", libelle: "Axe", calendrier: "" }]);
  const detail = (nature: string, libelle: string) => ({ ...of, libelle_action: "", nature, libelle });
  await importRows(hub.databaseUrl, ["cdsf", "plan-details"], [detail("PARTNER", "Caf"), detail("PARTNER", "MSA")]);
  await importRows(hub.databaseUrl, ["cdsf", "plan-details"], [detail("MEANS", "Un poste")]);
  await importRows(hub.databaseUrl, ["cdsf", "plan-details"], [detail("PARTNER", "Udaf")]);
  const action = (number: string, libelle: string) => ({ ...of, action: number, libelle, calendrier: "" });
  const both = [action("1", "Agir"), action("2", "Suivre")];
  await importRows(hub.databaseUrl, ["cdsf", "plan-actions"], both);
  const said = { programme: "51-2024", axe: "1", action: "2", libelle_action: "", le: "2025-01-01", etat: "DONE" };
  await importRows(hub.databaseUrl, ["cdsf", "plan-progress"], [said]);
  await importRows(hub.databaseUrl, ["cdsf", "plan-actions"], both.slice(0, 1));
  const axes = async () =>
    (await asked('{ scheme(department: "51", startYear: 2024) { axes { partners { label } means { label } actions { label state } } } }'))
      .scheme.axes;
  const first = { partners: [{ label: "Udaf" }], means: [{ label: "Un poste" }] };
  expect(await axes()).toEqual([{ ...first, actions: [{ label: "Agir", state: "UNKNOWN" }] }]);
  await importRows(hub.databaseUrl, ["cdsf", "plan-actions"], both);
  expect((await axes())[0].actions[1]).toEqual({ label: "Suivre", state: "DONE" });
});
