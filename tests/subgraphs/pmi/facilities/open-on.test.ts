import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../../hub.ts";
import { importRows } from "../../../import-into.ts";
import { csvRows } from "../../../printed-file.ts";

const facility = { ...csvRows("data/demonstration/facilities.csv")[0]!, departement: "70", commune: "70550" };

let hub: Hub;
beforeAll(async () => {
  const facilities = [
    { ...facility, id: "whole", ouvert_le: "2020-03-01", ferme_le: "2024-08-31", situation_au: "2025-01-01" },
    { ...facility, id: "stated", ouvert_le: "", ferme_le: "", situation_au: "2022-12-31" },
    { ...facility, id: "announced", ouvert_le: "2026-09-01", ferme_le: "", situation_au: "2025-01-01" },
  ];
  hub = await startHub({
    prepare: async (url) => expect(await importRows(url, ["pmi", "facilities"], facilities)).toMatchObject({ written: true }),
  });
});
afterAll(() => hub.close());

test.each([
  ["2020-02-29", []],
  ["2020-03-01", ["whole"]],
  ["2022-12-30", ["whole"]],
  ["2022-12-31", ["stated", "whole"]],
  ["2024-08-30", ["stated", "whole"]],
  ["2024-08-31", ["stated"]],
])("on %s, %j are open", async (activeOn, open) => {
  const { data } = await hub.query(
    `query ($activeOn: Date!) { facilities(department: "70", activeOn: $activeOn, first: 10) { nodes { id } totalCount } }`,
    {
      activeOn,
    },
  );
  expect(data.facilities).toEqual({ nodes: open.map((id) => ({ id })), totalCount: open.length });
});

test("without a day, those are listed that their source describes as open, with the earliest day that it speaks of", async () => {
  const { data } = await hub.query('{ facilities(department: "70", first: 10) { nodes { id statedOn } totalCount describedOn } }');
  expect(data.facilities).toEqual({ nodes: [{ id: "stated", statedOn: "2022-12-31" }], totalCount: 1, describedOn: "2022-12-31" });
});
