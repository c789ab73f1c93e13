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
      title startOn endOn endYear printed territories { code } signatories { party } themes state(on: "2017-06-01")
      axes {
        number label printedCalendar partners { party label } means { party label } priorities
        objectives { code label printedCalendar indicators { label } actions { label } }
        actions { label printedCalendar pilot printedPilot state steps priorities partners { party label } indicators { label } }
      }
    } }`,
    { department, startYear },
  );
  const { axes } = data.scheme;
  return {
    ...data.scheme,
    objectives: axes.flatMap(({ objectives }: any) => objectives),
    actions: axes.flatMap(({ actions }: any) => actions),
  };
}

describe("Haute-Marne 2016-2019", () => {
  const folder = "data/documents/haute-marne";

  test("4 axes, 11 objectives and 24 actions, in the words of the document", async () => {
    const scheme = await schemeOf("52", 2016);
    expect(scheme).toMatchObject({ startOn: "2016-01-01", endOn: "2019-12-31", territories: [{ code: "52" }], state: "IN_FORCE" });
    expect(scheme).toMatchObject({ signatories: null, themes: null });
    expect(scheme.axes.map(({ number, label, printedCalendar }: any) => [String(number), label, printedCalendar])).toEqual(
      csvRows(`${folder}/plan-axes.csv`).map((row) => [row.axe, row.libelle, row.calendrier]),
    );
    const objectives = csvRows(`${folder}/plan-objectives.csv`);
    expect(scheme.objectives.map(({ code, label }: any) => [code, label])).toEqual(objectives.map((row) => [row.objectif, row.libelle]));
    const actions = csvRows(`${folder}/plan-actions.csv`);
    expect(scheme.actions.map(({ label, printedCalendar }: any) => [label, printedCalendar])).toEqual(
      actions.map((row) => [row.libelle, row.calendrier || null]),
    );
    expect([scheme.axes, scheme.objectives, scheme.actions].map(({ length }) => length)).toEqual([4, 11, 24]);
  });

  test("each action stands under its objective, each objective under its axis", async () => {
    const scheme = await schemeOf("52", 2016);
    const actions = csvRows(`${folder}/plan-actions.csv`);
    for (const { code, actions: own } of scheme.objectives) {
      expect(own.map(({ label }: any) => label)).toEqual(actions.filter((row) => row.objectif === code).map((row) => row.libelle));
    }
    for (const { number, objectives } of scheme.axes) expect(objectives.every(({ code }: any) => code.startsWith(`${number}.`))).toBe(true);
  });

  test("partners, means and indicators are all there", async () => {
    const scheme = await schemeOf("52", 2016);
    const inFile = (name: string) =>
      csvRows(`${folder}/${name}.csv`).map(({ organisme, libelle }) => ({ party: organisme || null, label: libelle }));
    expect(scheme.axes.flatMap(({ partners }: any) => partners)).toEqual(inFile("plan-partners"));
    expect(scheme.axes.flatMap(({ means }: any) => means)).toEqual(inFile("plan-means"));
    expect(scheme.objectives.flatMap(({ indicators }: any) => indicators)).toEqual(
      csvRows(`${folder}/plan-indicators.csv`).map(({ libelle }) => ({ label: libelle })),
    );
  });

  test("the committee's bodies list every printed line, beside the printed number of members", async () => {
    const { data } = await hub.query(
      `{ committee(department: "52") { installedOn bodies { id printedMemberCount printedFrequency members { label } } } }`,
    );
    const members = csvRows(`${folder}/committee-members.csv`);
    expect(data.committee).toEqual({
      installedOn: "2016-02-09",
      bodies: csvRows(`${folder}/committee-bodies.csv`).map((row) => ({
        id: `52-${row.code}`,
        printedMemberCount: Number(row.membres),
        printedFrequency: row.periodicite,
        members: members.filter(({ instance }) => instance === row.code).map(({ membre }) => ({ label: membre })),
      })),
    });
  });
});

describe("Hauts-de-Seine 2022-2026", () => {
  const folder = "data/documents/hauts-de-seine";

  test("2 axes, 7 orientations, 18 actions with their 57 sub-actions", async () => {
    const scheme = await schemeOf("92", 2022);
    expect(scheme.objectives.map(({ code, label }: any) => [code, label])).toEqual(
      csvRows(`${folder}/plan-objectives.csv`).map((row) => [row.objectif, row.libelle]),
    );
    const subActions = csvRows(`${folder}/plan-steps.csv`);
    const expected = csvRows(`${folder}/plan-actions.csv`).map((row) => ({
      label: row.libelle,
      pilot: null,
      printedPilot: row.pilote_imprime || null,
      steps: subActions.filter(({ libelle_action }) => libelle_action === row.libelle).map(({ libelle }) => libelle),
      printedCalendar: null,
      ...{ state: "UNKNOWN", priorities: [], partners: [], indicators: [] },
    }));
    expect(scheme.actions).toEqual(expect.arrayContaining(expected));
    expect([scheme.axes.length, scheme.objectives.length, scheme.actions.length, subActions.length]).toEqual([2, 7, 18, 57]);
    expect(scheme.endYear).toBe(2026);
  });

  test("« 5 ans » and the 37 members stay as printed", async () => {
    const { data } = await hub.query(
      `{ scheme(department: "92", startYear: 2022) { printed } committee(department: "92") { bodies { name printedMemberCount members { label } } } }`,
    );
    expect(data.scheme.printed).toContain("signé pour 5 ans");
    expect(data.committee.bodies[0]).toMatchObject({
      name: "Comité départemental des services aux familles (CDSF)",
      printedMemberCount: 37,
    });
    expect(data.committee.bodies.flatMap(({ members }: any) => members)).toHaveLength(csvRows(`${folder}/committee-members.csv`).length);
  });

  test("the calendar of 2022 is the committee's, dates as printed", async () => {
    const { data } = await hub.query(`{ committee(department: "92") { events { printedDate label source { demonstration } } } }`);
    const printed = csvRows(`${folder}/committee-events.csv`);
    expect(data.committee.events).toEqual(
      printed.map(({ date_imprimee, evenement }) => ({ printedDate: date_imprimee, label: evenement, source: { demonstration: false } })),
    );
  });
});

test("Seine-Saint-Denis 2024-2026: 5 axes, 14 actions of its work groups, and the whole of action sheet 1.1", async () => {
  const folder = "data/documents/seine-saint-denis";
  const scheme = await schemeOf("93", 2024);
  expect(scheme.axes.map(({ number, label }: any) => [String(number), label])).toEqual(
    csvRows(`${folder}/plan-axes.csv`).map(({ axe, libelle }) => [axe, libelle]),
  );
  expect(scheme.actions.map(({ label }: any) => label)).toEqual(csvRows(`${folder}/plan-actions.csv`).map(({ libelle }) => libelle));
  expect([scheme.axes.length, scheme.actions.length]).toEqual([5, 14 + 1]);
  const [sheet] = scheme.actions;
  expect(sheet).toMatchObject({
    label: "Fiche action 1.1",
    pilot: "CAF",
    partners: [{ party: "COMMUNE" }, { party: "CD" }, { party: "OPERATOR" }],
  });
  const parts = { PRIORITY: sheet.priorities, PARTNER: sheet.partners, INDICATOR: sheet.indicators, STEP: sheet.steps };
  expect(Object.entries(parts).flatMap(([kind, list]: any) => list.map((each: any) => [kind, each.label ?? each]))).toEqual(
    csvRows(`${folder}/plan-sheet-1-1.csv`).map(({ nature, libelle }) => [nature, libelle]),
  );
  expect(scheme.printed).toEqual(expect.arrayContaining([expect.stringContaining("mai [2024]"), expect.stringContaining("début 2025")]));
});

test("a scheme that was never transmitted is null, not empty", async () => {
  const { data, errors } = await hub.query(
    `{ scheme(department: "75", startYear: 2016) { title } committee(department: "75") { schemes { title } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ scheme: null, committee: { schemes: [] } });
});
