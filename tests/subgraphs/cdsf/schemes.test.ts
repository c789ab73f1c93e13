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
  const folder = "data/documents/haute-marne";

  test("4 axes, 11 objectives and 24 actions, in the words of the document", async () => {
    const scheme = await schemeOf("52", 2016);
    expect(scheme).toMatchObject({ startOn: "2016-01-01", endOn: "2019-12-31", department: { code: "52" } });
    expect(scheme.axes.map(({ number, label, calendar }: any) => [String(number), label, calendar])).toEqual(
      csvRows(`${folder}/scheme-axes.csv`).map((row) => [row.axe, row.libelle, row.calendrier]),
    );
    const objectives = csvRows(`${folder}/scheme-objectives.csv`);
    expect(scheme.objectives.map(({ code, label }: any) => [code, label])).toEqual(objectives.map((row) => [row.objectif, row.libelle]));
    const actions = csvRows(`${folder}/scheme-actions.csv`);
    expect(scheme.actions.map(({ label, calendar }: any) => [label, calendar])).toEqual(
      actions.map((row) => [row.libelle, row.calendrier || null]),
    );
    expect([scheme.axes, scheme.objectives, scheme.actions].map(({ length }) => length)).toEqual([4, 11, 24]);
  });

  test("each action stands under its objective, each objective under its axis", async () => {
    const scheme = await schemeOf("52", 2016);
    const actions = csvRows(`${folder}/scheme-actions.csv`);
    for (const { code, actions: own } of scheme.objectives) {
      expect(own.map(({ label }: any) => label)).toEqual(actions.filter((row) => row.objectif === code).map((row) => row.libelle));
    }
    for (const { number, objectives } of scheme.axes) expect(objectives.every(({ code }: any) => code.startsWith(`${number}.`))).toBe(true);
  });

  test("partners, means and indicators are all there", async () => {
    const scheme = await schemeOf("52", 2016);
    const details = [...scheme.axes, ...scheme.objectives].flatMap((part: any) => part.details);
    const labels = (kind: string) => details.filter((detail: any) => detail.kind === kind).map(({ label }: any) => label);
    expect(labels("PARTNER")).toEqual(csvRows(`${folder}/scheme-partners.csv`).map(({ libelle }) => libelle));
    expect(labels("MEANS")).toEqual(csvRows(`${folder}/scheme-means.csv`).map(({ libelle }) => libelle));
    expect(labels("INDICATOR")).toEqual(csvRows(`${folder}/scheme-indicators.csv`).map(({ libelle }) => libelle));
  });

  test("the committee's bodies list every printed line, beside the printed number of members", async () => {
    const { data } = await hub.query(
      `{ committee(department: "52") { installedOn bodies { id printedMemberCount frequency members { label } } } }`,
    );
    const members = csvRows(`${folder}/committee-members.csv`);
    expect(data.committee).toEqual({
      installedOn: "2016-02-09",
      bodies: csvRows(`${folder}/committee-bodies.csv`).map((row) => ({
        id: `52-${row.code}`,
        printedMemberCount: Number(row.membres),
        frequency: row.periodicite,
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
      csvRows(`${folder}/scheme-objectives.csv`).map((row) => [row.objectif, row.libelle]),
    );
    const subActions = csvRows(`${folder}/scheme-sub-actions.csv`);
    const expected = csvRows(`${folder}/scheme-actions.csv`).map((row) => ({
      label: row.libelle,
      leader: row.pilote || null,
      details: subActions
        .filter(({ libelle_action }) => libelle_action === row.libelle)
        .map(({ libelle }) => ({ kind: "SUB_ACTION", label: libelle })),
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

test("Seine-Saint-Denis 2024-2026: 5 axes, 14 actions, and the whole of action sheet 1.1", async () => {
  const folder = "data/documents/seine-saint-denis";
  const scheme = await schemeOf("93", 2024);
  expect(scheme.axes.map(({ number, label }: any) => [String(number), label])).toEqual(
    csvRows(`${folder}/scheme-axes.csv`).map(({ axe, libelle }) => [axe, libelle]),
  );
  expect(scheme.actions.map(({ label }: any) => label)).toEqual(csvRows(`${folder}/scheme-actions.csv`).map(({ libelle }) => libelle));
  expect([scheme.axes.length, scheme.actions.length]).toEqual([5, 14]);
  expect(scheme.axes[0].details.map(({ label }: any) => label)).toEqual(
    csvRows(`${folder}/scheme-sheet-1-1.csv`).map(({ libelle }) => libelle),
  );
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
