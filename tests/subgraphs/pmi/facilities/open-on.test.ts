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
])("on %s, %j are open", async (onDate, open) => {
  const { data } = await hub.query(
    `query ($onDate: Date!) { facilities(department: "70", onDate: $onDate, first: 10) { nodes { id } totalCount } }`,
    {
      onDate,
    },
  );
  expect(data.facilities).toEqual({ nodes: open.map((id) => ({ id })), totalCount: open.length });
});
