import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the view of ZZ in 2025: the eight indicators with a target, thirteen objectives of inspection, the deadlines of the year", async () => {
  const { committee } = await answerOf(hub, "cdsf-view");
  const targets = committee.department.values.filter(({ target }: any) => target);
  expect(targets.map(({ indicator }: any) => indicator.code)).toEqual(["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]);
  expect(targets[0].observation.value).toBe(1050);
  expect(committee.inspectionPlan.objectives).toHaveLength(13);
  expect(committee.department.deadlines.map(({ dueOn }: any) => dueOn)).toEqual([
    "2025-01-31",
    "2025-02-01",
    "2025-03-31",
    "2025-04-20",
    "2025-07-01",
    "2025-12-01",
    "2025-12-01",
  ]);
});

test("in 2026 the committee of ZZ met twice, decided three times, and sent the synthesis it had decided on", async () => {
  const { meetings, department } = (await answerOf(hub, "committee-year")).committee;
  expect(meetings.nodes.map(({ on, attendance }: any) => [on, attendance])).toEqual([
    ["2026-01-27", { present: 31, of: 38 }],
    ["2026-06-23", { present: 27, of: 38 }],
  ]);
  expect(meetings.nodes[0].decisions.map(({ owner, dueOn }: any) => [owner, dueOn])).toEqual([
    ["CDSF", "2026-02-01"],
    ["CAF", "2026-06-30"],
    ["UDAF", "2027-03-31"],
  ]);
  const synthesis = department.documents.nodes.find(({ kind }: any) => kind === "SYNTHESIS");
  expect(synthesis.sent).toEqual([{ to: "MINISTER", on: "2026-02-01" }]);
});

test.each([
  ["52", "haute-marne", { CDSF: 21, CTSF: 17, CF: 5 }],
  ["92", "hauts-de-seine", { cdsf: 37 }],
])("who sits in each body of %s, as its scheme prints it", async (department, folder, counts) => {
  const { bodies } = (await answerOf(hub, "committee-bodies", { department })).committee;
  const printed = csvRows(`data/documents/${folder}/committee-bodies.csv`);
  const members = csvRows(`data/documents/${folder}/committee-members.csv`);
  expect(bodies.map(({ name, printedLeadership }: any) => [name, printedLeadership])).toEqual(
    printed.map((row) => [row.libelle, row.pilotage]),
  );
  expect(bodies.map((body: any) => body.members.map(({ label }: any) => label))).toEqual(
    printed.map(({ code }) => members.filter(({ instance }) => instance === code).map(({ membre }) => membre)),
  );
  const printedCounts = printed.map(({ code }, index) => [code, bodies[index].printedMemberCount]).filter(([, count]) => count);
  expect(Object.fromEntries(printedCounts)).toEqual(counts);
});

test("the eleven events of Hauts-de-Seine in 2022, in the words of the scheme", async () => {
  const { events, meetings } = (await answerOf(hub, "committee-calendar")).committee;
  const printed = csvRows("data/documents/hauts-de-seine/committee-events.csv");
  expect(printed).toHaveLength(11);
  expect(events.map(({ printedDate, label }: any) => [printedDate, label])).toEqual(
    printed.map((row) => [row.date_imprimee, row.evenement]),
  );
  expect(meetings.totalCount).toBe(0);
});

test("the meetings of ZZ from June 2026 on: one, whose agenda is not known", async () => {
  const { meetings } = (await answerOf(hub, "committee-calendar", { department: "ZZ", from: "2026-06-01" })).committee;
  expect(meetings.nodes).toEqual([
    { on: "2026-06-23", body: { name: "Comité départemental des services aux familles" }, agenda: [], documents: [] },
  ]);
});

test("the scheme of ZZ that ended in 2023 was not signed by the MSA and forgot parenting; the synthesis of 2024 is incomplete", async () => {
  const found = async (year: number) =>
    (await answerOf(hub, "committee-findings", { year })).committee.findings.map(({ code, subject, severity }: any) => [
      code,
      subject,
      severity,
    ]);
  expect(await found(2023)).toEqual([
    ["SCHEME_WITHOUT_MSA", "schéma 2020-2023", "ERROR"],
    ["SCHEME_WITHOUT_CORE_THEME", "schéma 2020-2023", "ERROR"],
    ["COMPOSITION", "comité au 31 décembre 2023", "WARNING"],
  ]);
  expect(await found(2024)).toEqual([
    ["DOCUMENT_INCOMPLETE", "Synthèse 2024 des travaux du comité", "ERROR"],
    ["COMPOSITION", "comité au 31 décembre 2024", "WARNING"],
  ]);
  expect(await found(2025)).toEqual([]);
});
