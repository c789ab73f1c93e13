import ical, { type VEvent } from "node-ical";
import { afterAll, beforeAll, expect, test } from "vitest";
import { today } from "../../foundation/day.ts";
import { type Hub, startHub } from "../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const feed = (department: string) => fetch(`${hub.url}/echeances/${department}.ics`);
/** What a calendar program makes of it. */
const eventsOf = async (department: string) =>
  Object.values(ical.sync.parseICS(await (await feed(department)).text())).filter((each) => each?.type === "VEVENT") as VEvent[];
const dayOf = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

test("a calendar has every deadline of three years that the graph tells, on its whole day", async () => {
  const year = Number(today().slice(0, 4));
  const { data } = await hub.query(
    `query ($from: Date!, $to: Date!) { territory(level: DEPARTMENT, code: "ZZ") {
       deadlines(from: $from, to: $to, states: [UPCOMING, DUE, LATE, DONE, DONE_LATE, UNKNOWN]) { label subject dueOn state doneOn legalBasis printedOwner } } }`,
    { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` },
  );
  const { deadlines } = data.territory;
  const events = await eventsOf("ZZ");
  const response = await feed("ZZ");
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(events).toHaveLength(deadlines.length);
  expect(deadlines.length).toBeGreaterThan(10);
  const told = events.map(({ start, datetype, summary }) => [dayOf(start), datetype, String(summary).replace(/^(✓ |En retard : )/, "")]);
  expect(told.toSorted()).toEqual(deadlines.map(({ label, subject, dueOn }: any) => [dueOn, "date", `${label} (${subject})`]).toSorted());
  const marks = events.map(({ summary }) => /^(✓ |En retard : )?/.exec(String(summary))![0]);
  expect(marks.filter((mark) => mark === "✓ ")).toHaveLength(deadlines.filter(({ doneOn }: any) => doneOn !== null).length);
  expect(marks.filter((mark) => mark === "En retard : ")).toHaveLength(deadlines.filter(({ state }: any) => state === "LATE").length);
  const shown = deadlines[0];
  const [first] = events.filter(({ summary }) => String(summary).endsWith(`${shown.label} (${shown.subject})`));
  expect(String(first!.description).split("\n").slice(0, 2)).toEqual([
    `À la charge de : ${shown.printedOwner}.`,
    `Base légale : ${shown.legalBasis}.`,
  ]);
});

test("an event keeps its identifier from one reading to the next, and has one of its own", async () => {
  const ids = async () => (await eventsOf("52")).map(({ uid }) => uid);
  const first = await ids();
  expect(await ids()).toEqual(first);
  expect(new Set(first).size).toBe(first.length);
});

test.each(["976", "2A", "52"])("%s has a calendar too", async (department) => {
  expect((await eventsOf(department)).length).toBeGreaterThan(5);
});

test.each(["99", "abc", "69M", "52.ics/x", "987"])("%s has none", async (department) => {
  expect((await feed(department)).status).toBe(404);
});

test("it costs the caller's budget, and says so", async () => {
  const { headers } = await feed("52");
  expect(headers.get("ratelimit")).toMatch(/r=\d+/);
  await using poor = await startHub({ limits: { budgetAnonymous: 30, budgetWindowSeconds: 60_000 } });
  const statuses = [];
  for (let asked = 0; asked < 10; asked++) statuses.push((await fetch(`${poor.url}/echeances/52.ics`)).status);
  expect(statuses[0]).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});
