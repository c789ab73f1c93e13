import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function schemeOf(department: string, startYear: number): Promise<any> {
  const { data } = await hub.query(
    `query ($department: ID!, $startYear: Int!) { scheme(department: $department, startYear: $startYear) {
      title startOn endOn endYear printedFacts department { code }
      axes { number label calendar objectives { code label } details { kind label actor } }
      objectives { code label calendar actions { label } details { kind label } }
      actions { label calendar leader details { kind label } }
    } }`,
    { department, startYear },
  );
  return data.scheme;
}

describe("Haute-Marne 2016-2019", () => {
  const folder = "data/haute-marne";

  test("4 axes, 11 objectives and 24 actions, in the words of the document", async () => {
    const scheme = await schemeOf("52", 2016);
    expect(scheme).toMatchObject({ startOn: "2016-01-01", endOn: "2019-12-31", department: { code: "52" } });
    expect(scheme.axes.map(({ number, label, calendar }: any) => [String(number), label, calendar])).toEqual(
      csvRows(`${folder}/plan_axes.csv`).map((row) => [row.axe, row.libelle, row.calendrier_imprime]),
    );
    const objectives = csvRows(`${folder}/plan_objectifs.csv`);
    expect(scheme.objectives.map(({ code, label }: any) => [code, label])).toEqual(
      objectives.map((row) => [row.objectif_no_derive, row.libelle]),
    );
    const actions = csvRows(`${folder}/plan_actions.csv`);
    expect(scheme.actions.map(({ label, calendar }: any) => [label, calendar])).toEqual(
      actions.map((row) => [row.libelle, row.calendrier || null]),
    );
    expect([scheme.axes, scheme.objectives, scheme.actions].map(({ length }) => length)).toEqual([4, 11, 24]);
  });

  test("each action stands under its objective, each objective under its axis", async () => {
    const scheme = await schemeOf("52", 2016);
    const actions = csvRows(`${folder}/plan_actions.csv`);
    for (const { code, actions: own } of scheme.objectives) {
      expect(own.map(({ label }: any) => label)).toEqual(
        actions.filter((row) => row.objectif_no_derive === code).map((row) => row.libelle),
      );
    }
    for (const { number, objectives } of scheme.axes) expect(objectives.every(({ code }: any) => code.startsWith(`${number}.`))).toBe(true);
  });

  test("partners, means and indicators are all there", async () => {
    const scheme = await schemeOf("52", 2016);
    const details = [...scheme.axes, ...scheme.objectives].flatMap((part: any) => part.details);
    const labels = (kind: string) => details.filter((detail: any) => detail.kind === kind).map(({ label }: any) => label);
    expect(labels("PARTNER")).toEqual(csvRows(`${folder}/plan_partenaires.csv`).map(({ partenaire }) => partenaire));
    expect(labels("MEANS")).toEqual(csvRows(`${folder}/plan_moyens.csv`).map(({ moyen }) => moyen));
    expect(labels("INDICATOR")).toEqual(csvRows(`${folder}/plan_indicateurs.csv`).map(({ indicateur_imprime }) => indicateur_imprime));
  });

  test("the committee's bodies list every printed line, beside the printed number of members", async () => {
    const { data } = await hub.query(
      `{ committee(department: "52") { installedOn bodies { id printedMemberCount frequency members { label } } } }`,
    );
    const members = csvRows(`${folder}/gouvernance_membres.csv`);
    expect(data.committee).toEqual({
      installedOn: "2016-02-09",
      bodies: csvRows(`${folder}/gouvernance_instances.csv`).map((row) => ({
        id: `52-${row.code}`,
        printedMemberCount: Number(row.nb_membres_imprime),
        frequency: row.periodicite_imprimee,
        members: members.filter(({ instance }) => instance === row.code).map(({ membre_imprime }) => ({ label: membre_imprime })),
      })),
    });
  });
});

describe("Hauts-de-Seine 2022-2026", () => {
  const folder = "data/hauts-de-seine";

  test("2 axes, 7 orientations, 18 actions with their 57 sub-actions", async () => {
    const scheme = await schemeOf("92", 2022);
    expect(scheme.objectives.map(({ code, label }: any) => [code, label])).toEqual(
      csvRows(`${folder}/axes_orientations.csv`).map((row) => [row.orientation_no, row.orientation]),
    );
    const subActions = csvRows(`${folder}/sous_actions.csv`);
    const expected = csvRows(`${folder}/actions.csv`).map((row) => ({
      label: row.action,
      leader: row.comite_thematique ? `Comité thématique ${row.comite_thematique}` : null,
      details: subActions
        .filter(({ action }) => action === row.action)
        .map(({ sous_action }) => ({ kind: "SUB_ACTION", label: sous_action })),
      calendar: null,
    }));
    expect(scheme.actions).toEqual(expect.arrayContaining(expected));
    expect([scheme.axes.length, scheme.objectives.length, scheme.actions.length, subActions.length]).toEqual([2, 7, 18, 57]);
    expect(scheme.endYear).toBe(2026);
  });

  test("« 5 ans » and the 37 members stay as printed", async () => {
    const { data } = await hub.query(
      `{ scheme(department: "92", startYear: 2022) { printedFacts } committee(department: "92") { bodies { name printedMemberCount members { label } } } }`,
    );
    expect(data.scheme.printedFacts).toContain("signé pour 5 ans");
    expect(data.committee.bodies[0]).toMatchObject({
      name: "Comité départemental des services aux familles (CDSF)",
      printedMemberCount: 37,
    });
    expect(data.committee.bodies.flatMap(({ members }: any) => members)).toHaveLength(csvRows(`${folder}/membres_comites.csv`).length);
  });

  test("the calendar of 2022 is the committee's, dates as printed", async () => {
    const { data } = await hub.query(`{ committee(department: "92") { events { printedDate label source { demonstration } } } }`);
    const printed = csvRows(`${folder}/calendrier_2022.csv`);
    expect(data.committee.events).toEqual(
      printed.map(({ date_imprimee, evenement }) => ({ printedDate: date_imprimee, label: evenement, source: { demonstration: false } })),
    );
  });
});

test("Seine-Saint-Denis 2024-2026: 5 axes, 14 actions, and the whole of action sheet 1.1", async () => {
  const folder = "data/seine-saint-denis";
  const scheme = await schemeOf("93", 2024);
  expect(scheme.axes.map(({ number, label }: any) => [String(number), label])).toEqual(
    csvRows(`${folder}/axes.csv`).map(({ axe, libelle }) => [axe, libelle]),
  );
  expect(scheme.actions.map(({ label }: any) => label)).toEqual(csvRows(`${folder}/actions_groupes.csv`).map(({ action }) => action));
  expect([scheme.axes.length, scheme.actions.length]).toEqual([5, 14]);
  expect(scheme.axes[0].details.map(({ label }: any) => label)).toEqual(csvRows(`${folder}/fiche_1_1.csv`).map(({ valeur }) => valeur));
  expect(scheme.printedFacts).toEqual(
    expect.arrayContaining([expect.stringContaining("mai [2024]"), expect.stringContaining("début 2025")]),
  );
});

test("a scheme that was never transmitted is null, not empty", async () => {
  const { data, errors } = await hub.query(
    `{ scheme(department: "75", startYear: 2016) { title } committee(department: "75") { schemes { title } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ scheme: null, committee: { schemes: [] } });
});
