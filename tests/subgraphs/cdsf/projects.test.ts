import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function projects(args: string, fields: string, [level, code] = ["DEPARTMENT", "ZZ"]): Promise<any> {
  const { data, errors } = await hub.query(
    `{ territory(level: ${level}, code: "${code}") { projects(first: 50, ${args}) { totalCount nodes { ${fields} } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.territory.projects;
}

test("projects of a département, by stage, kind and day", async () => {
  const ids = async (args: string) => (await projects(args, "id")).nodes.map(({ id }: any) => id);
  expect(await ids("")).toEqual(csvRows("data/demonstration/projects.csv").map(({ id }) => id));
  expect(await ids("stages: [UNDER_EXAMINATION, ANNOUNCED]")).toEqual(["ZZ-P4", "ZZ-P5"]);
  expect(await ids("kinds: [CLOSURE]")).toEqual(["ZZ-P6"]);
  expect(await ids('submittedBetween: { from: "2026-01-01" }')).toEqual(["ZZ-P4"]);
  expect(await ids('opinionBetween: { from: "2025-01-01", to: "2025-12-31" }')).toEqual(["ZZ-P1", "ZZ-P2"]);
  expect((await projects("", "id", ["COMMUNE", "ZZ001"])).nodes).toEqual([{ id: "ZZ-P1" }, { id: "ZZ-P4" }]);
  expect(await projects("", "id", ["DEPARTMENT", "52"])).toEqual({ totalCount: 0, nodes: [] });
});

test("an opinion is given, expected, or favourable by silence after four months", async () => {
  const opinions = async (asOf: string) =>
    Object.fromEntries(
      (await projects("", `id opinion(asOf: "${asOf}") { authority { code } dueOn givenOn outcome grounds }`)).nodes.map(
        ({ id, opinion }: any) => [id, opinion],
      ),
    );
  const early = await opinions("2025-03-01");
  expect(early["ZZ-P1"]).toEqual({ authority: { code: "ZZ0000001" }, dueOn: "2025-05-10", givenOn: null, outcome: "PENDING", grounds: [] });
  const late = await opinions("2025-08-16");
  expect(late["ZZ-P1"]).toMatchObject({ givenOn: "2025-03-18", outcome: "FAVOURABLE", grounds: ["ZONE_OFFER", "OPENING_HOURS"] });
  expect(late["ZZ-P2"]).toMatchObject({ outcome: "UNFAVOURABLE", grounds: ["EXISTING_OFFER", "TARIFF"] });
  expect(late["ZZ-P3"]).toMatchObject({ dueOn: "2025-08-15", outcome: "TACIT" });
  expect((await opinions("2025-08-15"))["ZZ-P3"].outcome).toBe("PENDING");
  expect(late["ZZ-P6"]).toBeNull();
});

test("a project leads to its decision, its facility, and the meetings that examined it", async () => {
  const { nodes } = await projects(
    "stages: [AUTHORISED]",
    "id decision { kind on } facility { name } examinedBy { on body { name } } places category territory { name }",
  );
  expect(nodes[0]).toMatchObject({
    ...{ id: "ZZ-P3", decision: { kind: "AUTHORISATION", on: "2025-09-30" }, facility: { name: expect.any(String) }, places: 8 },
    examinedBy: [{ on: "2025-09-16", body: { name: "Commission petite enfance" } }],
  });
});

const row = {
  ...{
    id: "51-P1",
    departement: "51",
    commune: "51454",
    type: "CREATION",
    etape: "SUBMITTED",
    categorie: "",
    places: "",
    depose_le: "2025-01-10",
  },
  ...{ autorite: "", avis_le: "", avis: "", motifs: "", decision: "", decision_le: "", etablissement: "", reunions: "" },
};

test.each([
  [{ commune: "52121" }, "commune"],
  [{ depose_le: "" }, "depose_le"],
  [{ depose_le: "2099-01-01" }, "depose_le"],
  [{ avis: "TACIT" }, "avis"],
  [{ avis: "FAVOURABLE", avis_le: "2025-02-01" }, "avis"],
  [{ motifs: "TARIFF" }, "motifs"],
  [{ decision: "REFUSAL" }, "decision"],
  [{ etape: "ANNOUNCED", depose_le: "", autorite: "COMMUNE:51454" }, "depose_le"],
  [{ id: "P1" }, "id"],
  [{ type: "CLOSURE", autorite: "COMMUNE:51454" }, "autorite"],
  [{ depose_le: "2024-12-31", autorite: "COMMUNE:51454" }, "autorite"],
  [{ autorite: "DEPARTMENT:51" }, "autorite"],
  [{ reunions: "51-X-2025-01-01" }, "reunions"],
])("a project with %o is refused", async (change, column) => {
  const { rejected } = await importRows(hub.databaseUrl, ["cdsf", "projects"], [{ ...row, ...change } as Record<string, string>], true);
  expect(rejected).toMatchObject([{ line: 2, column }]);
});
