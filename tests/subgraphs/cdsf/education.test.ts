import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importInto } from "../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function asked(query: string): Promise<any> {
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  return data;
}

test("208 cités éducatives, each of its communes, and none of the demonstration among them", async () => {
  const list = (args: string) =>
    asked(
      `{ educationProgrammes(kinds: [CITE_EDUCATIVE], first: 100 ${args}) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`,
    );
  const { educationProgrammes } = await list("");
  expect(educationProgrammes.totalCount).toBe(208);
  expect((await list("includeDemonstration: true")).educationProgrammes.totalCount).toBe(209);
  const { territory } = await asked(`{ territory(level: COMMUNE, code: "54395") { educationProgrammes(first: 5) { nodes {
    id title kind cafInvolvement state territories { code name } source { publisher printedVintage } } } } }`);
  expect(territory.educationProgrammes.nodes).toEqual([
    {
      ...{
        id: "cite-050",
        title: "Cité éducative Nancy / Laxou / Maxéville",
        kind: "CITE_EDUCATIVE",
        cafInvolvement: null,
        state: "UNKNOWN",
      },
      territories: [
        { code: "54304", name: "Laxou" },
        { code: "54357", name: "Maxéville" },
        { code: "54395", name: "Nancy" },
      ],
      source: { publisher: "ANCT", printedVintage: "2024" },
    },
  ]);
});

test("a place that cités share has each of them", async () => {
  const { territory } = await asked(
    '{ territory(level: COMMUNE, code: "13055") { educationProgrammes(first: 10) { nodes { id title } } } }',
  );
  expect(territory.educationProgrammes.nodes).toHaveLength(5);
  expect(territory.educationProgrammes.nodes).toContainEqual({ id: "cite-207", title: "Cité éducative Marseille Les Docks" });
});

test("those of a département in which the Caf takes part", async () => {
  const { territory, all } = await asked(`{
    territory(level: DEPARTMENT, code: "ZZ") { educationProgrammes(cafInvolvement: [OPERATIONAL, BOTH], first: 10) { nodes { id kind signatories { party } state(on: "2025-01-01") } } }
    all: territory(level: DEPARTMENT, code: "93") { educationProgrammes(first: 100) { totalCount } }
  }`);
  expect(territory.educationProgrammes.nodes).toMatchObject([
    { id: "ZZ-CITE-1", kind: "CITE_EDUCATIVE", state: "IN_FORCE" },
    { id: "ZZ-TER-1", kind: "TER", state: "IN_FORCE", signatories: [{ party: "EDUCATION" }, { party: "EPCI" }] },
  ]);
  const file = JSON.parse(readFileSync(new URL("../../../data/anct/cites_educatives.geojson", import.meta.url), "utf8"));
  const of93 = file.features.filter(({ properties }: any) => properties.liste_geo.includes("(93"));
  expect(all.educationProgrammes.totalCount).toBe(of93.flatMap(({ properties }: any) => properties.id_territoire.split(" ; ")).length);
});

test.each([
  [{ id_territoire: "cite-900 ; cite-901", lib_territoire: "Une seule", liste_geo: "Nancy (54395)" }, "lib_territoire"],
  [{ id_territoire: "cite-900", lib_territoire: "Nancy", liste_geo: "Nancy" }, "liste_geo"],
  [{ id_territoire: "cite-900", lib_territoire: "Nulle part", liste_geo: "Nulle part (54999)" }, ""],
])("%o is refused", async (properties, column) => {
  const file = JSON.stringify({ features: [{ type: "Feature", properties, geometry: null }] });
  const { rejected } = await importInto(hub.databaseUrl, "cdsf", "cites-educatives", file, {
    fileName: "cites.geojson",
    dryRun: true,
  } as never);
  expect(rejected).toMatchObject([{ column }]);
});
