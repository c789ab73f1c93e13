import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the synthesis of 2025 holds the review of inspections and went to the minister on its last day; that of 2024 does not hold it", async () => {
  const of = async (year: number) => (await answerOf(hub, "synthesis-content", { year })).territory.documents.nodes[0];
  const has = ({ content }: any) => Object.fromEntries(content.map(({ code, isPresent }: any) => [code, isPresent]));
  const synthesis = await of(2025);
  expect(has(synthesis)).toEqual({ FOLLOW_UP_INDICATORS: true, INSPECTION_REVIEW: true });
  expect(synthesis.sent).toEqual([{ to: "MINISTER", on: "2026-02-01" }]);
  expect(synthesis.annexes.map(({ kind }: any) => kind)).toEqual(["INSPECTION_REVIEW", "FOLLOW_UP_INDICATORS"]);
  const earlier = await of(2024);
  expect(has(earlier)).toEqual({ FOLLOW_UP_INDICATORS: true, INSPECTION_REVIEW: false });
  expect(earlier.sent).toEqual([{ to: "MINISTER", on: "2025-01-30" }]);
});

test("newsletters, roadmaps, seminars and studies of ZZ, all together, by kind and by year", async () => {
  const of = async (variables = {}) =>
    (await answerOf(hub, "documents-of-kind", variables)).territory.documents.nodes.map(({ kind, publishedOn }: any) => [
      kind,
      publishedOn,
    ]);
  expect(await of()).toEqual([
    ["STUDY", "2025-10-06"],
    ["ROADMAP", "2026-02-16"],
    ["NEWSLETTER", "2026-06-15"],
    ["SEMINAR", "2025-11-18"],
  ]);
  expect(await of({ kinds: ["SEMINAR"], year: 2025 })).toEqual([["SEMINAR", "2025-11-18"]]);
  expect(await of({ year: 2026 })).toEqual([
    ["ROADMAP", "2026-02-16"],
    ["NEWSLETTER", "2026-06-15"],
  ]);
  expect(await of({ kinds: ["MAP"] })).toEqual([]);
});
