import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const houses = ["foundation", "subgraphs", "gateway", "commands"];
const maxFiles = 17;

/** From the ground up: a floor imports itself and what is below it. */
const floors = [
  /^foundation\/[^/]+$/,
  /^foundation\/terms\//,
  /^foundation\/http\//,
  /^foundation\/suppression\//,
  /^foundation\/postgres\//,
  /^foundation\/rights\//,
  /^foundation\/tables\//,
  /^foundation\/graph\//,
  /^foundation\/findings\//,
  /^foundation\/territories\//,
  /^foundation\/imports\//,
  /^foundation\/numbers\//,
  /^foundation\/programmes\//,
  /^subgraphs\/[^/]+\//,
  /^subgraphs\/subgraphs\.ts$/,
  /^gateway\//,
  /^commands\//,
];

const foldersBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => [`${folder}/${entry.name}`, ...foldersBelow(`${folder}/${entry.name}`)]);

const folders = houses.flatMap((house) => [house, ...foldersBelow(house)]);
const filesIn = (folder: string) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith(".ts") && statSync(join(root, folder, name)).isFile());
const files = folders.flatMap((folder) => filesIn(folder).map((name) => `${folder}/${name}`));

/** What each file imports of the house, for its types too. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const found = [...text.matchAll(/(?:from|import\(?)\s*"(\.[^"]+\.ts)"/g)].map(([, path]) => normalize(join(dirname(file), path!)));
    return [file, [...new Set(found)]];
  }),
);
const arrows = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

const floorOf = (file: string) => floors.findIndex((floor) => floor.test(file));
const told = ({ from, to }: { from: string; to: string }) => `${from} → ${to}`;

test("every file stands on a floor, and imports what is there", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(arrows.length).toBeGreaterThan(1000);
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  expect(arrows.filter(({ to }) => !imports.has(to)).map(told)).toEqual([]);
});

test("no import climbs a floor", () => {
  expect(arrows.filter(({ from, to }) => floorOf(to) > floorOf(from)).map(told)).toEqual([]);
});

test("a subgraph imports no other, and the gateway none of their insides", () => {
  const subgraphOf = (file: string) => /^subgraphs\/([^/]+)\//.exec(file)?.[1];
  const crossed = arrows.filter(
    ({ from, to }) => subgraphOf(to) && subgraphOf(to) !== subgraphOf(from) && from !== "subgraphs/subgraphs.ts",
  );
  expect(crossed.map(told)).toEqual([]);
});

/** Those of which each leads to the next, and the last to the first. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] => {
    if (path.includes(node)) return path.slice(path.indexOf(node));
    if (done.has(node)) return [];
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = visit(node);
    if (circle.length > 0) return circle;
  }
  return [];
}

test("no files import each other in a circle", () => {
  expect(circleIn(imports)).toEqual([]);
});

test("nor do the rooms of the gateway", () => {
  const roomOf = (file: string) => (/^gateway\/[^/]+\//.exec(file) ? dirname(file) : file);
  const rooms = Map.groupBy(
    arrows.filter(({ from, to }) => from.startsWith("gateway/") && to.startsWith("gateway/") && roomOf(from) !== roomOf(to)),
    ({ from }) => roomOf(from),
  );
  expect(circleIn(new Map([...rooms].map(([room, list]) => [room, [...new Set(list.map(({ to }) => roomOf(to)))]])))).toEqual([]);
});

test(`no folder has more than ${maxFiles} files`, () => {
  expect(folders.filter((folder) => filesIn(folder).length > maxFiles)).toEqual([]);
});
