import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMonths, today } from "../../../foundation/day.ts";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { at } from "../../clock.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const meetingsOf = async (args: string, fields: string) => {
  const { data, errors } = await hub.query(`{ committee(department: "ZZ") { meetings(${args}) { totalCount nodes { ${fields} } } } }`);
  expect(errors).toBeUndefined();
  return data.committee.meetings;
};

test("meetings come by day, each with its body; those of a period, of a body", async () => {
  const { totalCount, nodes } = await meetingsOf("first: 100", "on body { name } attendance { present of }");
  expect(totalCount).toBe(6);
  expect(nodes.map(({ on }: any) => on)).toEqual(["2025-01-21", "2025-01-28", "2025-05-20", "2025-09-16", "2026-01-27", "2026-06-23"]);
  expect(nodes[0]).toMatchObject({ body: { name: "Comité départemental des services aux familles" }, attendance: { present: 29, of: 38 } });
  expect(nodes[2].attendance).toBeNull();
  expect((await meetingsOf('first: 10, during: { from: "2026-01-01", to: "2026-03-31" }', "id")).nodes).toEqual([
    { id: "ZZ-CDSF-2026-01-27" },
  ]);
  expect((await meetingsOf('first: 10, bodies: ["ZZ-COM-PE"]', "on")).nodes).toEqual([{ on: "2025-01-28" }, { on: "2025-09-16" }]);
});

test("what was decided, who has to do it, and what became of it", async () => {
  const decisions = async (day: string) =>
    at(`${day}T10:00:00Z`, () =>
      meetingsOf("first: 10", "id decisions { label owner dueOn state } agenda { label documents { title } } documents { kind }"),
    );
  const { nodes } = await decisions("2026-06-30");
  const plenary = nodes.find(({ id }: any) => id === "ZZ-CDSF-2026-01-27");
  expect(plenary.decisions.map(({ owner, dueOn, state }: any) => [owner, dueOn, state])).toEqual([
    ["CDSF", "2026-02-01", "DONE"],
    ["CAF", "2026-06-30", "STARTED"],
    ["UDAF", "2027-03-31", "PLANNED"],
  ]);
  expect(plenary.agenda[0]).toEqual({
    label: "Bilan 2025 des inspections et des contrôles",
    documents: [{ title: "Bilan 2025 du plan d'inspection et de contrôle" }],
  });
  expect(plenary.documents).toEqual([{ kind: "INSPECTION_REVIEW" }, { kind: "SYNTHESIS" }]);
  const commission = nodes.find(({ id }: any) => id === "ZZ-COM-PE-2025-09-16");
  expect(commission.decisions.map(({ state }: any) => state)).toEqual(["UNKNOWN", "DROPPED"]);
});

test("a decision is late on the day after its last, unless it is done or dropped", async () => {
  const { nodes } = await at("2026-07-01T10:00:00Z", () =>
    meetingsOf('first: 1, bodies: ["ZZ-CDSF"], during: { from: "2026-01-01" }', "decisions { state }"),
  );
  expect(nodes[0].decisions).toEqual([{ state: "DONE" }, { state: "LATE" }, { state: "PLANNED" }]);
});

describe("a file", () => {
  const soon = addMonths(today(), 1);
  const meeting = { instance: "ZZ-CDSF", jour: "2026-03-03", presents: "", convoques: "", documents: "" };
  const decision = { instance: "ZZ-CDSF", jour: "2026-01-27", rang: "4", libelle: "x", charge: "", echeance: "", etat: "PLANNED" };

  test.each([
    ["meetings", { ...meeting, instance: "ZZ-RIEN" }, "instance", "ZZ-RIEN", /ne connaît pas cet identifiant/],
    ["meetings", { ...meeting, presents: "39", convoques: "38" }, "presents", "39", "plus de présents que de convoqués"],
    ["meetings", { ...meeting, jour: soon, presents: "3" }, "presents", "3", /la réunion est à venir/],
    ["meetings", { ...meeting, jour: "9999-12-31" }, "jour", "9999-12-31", /dans trois ans au plus/],
    ["meeting-decisions", { ...decision, jour: soon }, "jour", soon, /elle n'a rien décidé/],
    ["meeting-decisions", { ...decision, echeance: "2026-01-26" }, "echeance", "2026-01-26", /précède la réunion/],
    ["meetings", { ...meeting, documents: "perdu" }, "documents", "perdu", /ne connaît pas cet identifiant/],
    ["meeting-decisions", { ...decision, jour: "2026-01-28" }, "jour", "ZZ-CDSF-2026-01-28", /ne connaît pas cet identifiant/],
    ["meeting-decisions", { ...decision, etat: "LATE" }, "etat", "LATE", /PLANNED/],
    ["meeting-decisions", { ...decision, charge: "Dupont" }, "charge", "Dupont", /CAF/],
    ["meeting-decisions", { ...decision, rang: "0" }, "rang", "0", /à partir de 1/],
    [
      "meeting-agendas",
      { instance: "ZZ-CDSF", jour: "2026-01-27", rang: "9", libelle: "x", documents: "perdu" },
      "documents",
      "perdu",
      /importez d'abord/,
    ],
  ])("of %s with %j is refused, at its column", async (dataset, row, column, value, reason) => {
    const { rejected, written } = await importRows(hub.databaseUrl, ["cdsf", dataset], [row]);
    expect(written).toBe(false);
    expect(rejected).toMatchObject([
      { line: 2, column, value, reason: typeof reason === "string" ? reason : expect.stringMatching(reason) },
    ]);
  });

  test("corrects a decision, whose state follows; one that it does not have any more is gone", async () => {
    const printed = csvRows("data/demonstration/meeting-decisions.csv").filter(({ instance }) => instance === "ZZ-CDSF");
    const said = printed.map((row) => ({ ...row, etat: row.rang === "2" ? "DONE" : row.etat! }));
    const state = async () =>
      (await meetingsOf('first: 1, bodies: ["ZZ-CDSF"], during: { from: "2026-01-01" }', "decisions { state }")).nodes[0].decisions;
    expect(await importRows(hub.databaseUrl, ["cdsf", "meeting-decisions"], said)).toMatchObject({
      accepted: 1,
      unchanged: 2,
      written: true,
    });
    expect(await state()).toEqual([{ state: "DONE" }, { state: "DONE" }, { state: "PLANNED" }]);
    await importRows(hub.databaseUrl, ["cdsf", "meeting-decisions"], said.slice(0, 2));
    expect(await state()).toEqual([{ state: "DONE" }, { state: "DONE" }]);
  });
});
