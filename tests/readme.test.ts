import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { type Hub, startHub } from "./hub.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const blocks = (language: string) => [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, block]) => block!);

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test.each(blocks("graphql"))("the README's query %$ works when pasted", async (query) => {
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"value":\d/);
});

test("the README's first curl answers for the Haute-Marne", async () => {
  const command = blocks("sh").find((block) => block.startsWith("curl"))!;
  const { stdout } = await promisify(execFile)("bash", ["-c", command.replaceAll("http://127.0.0.1:4000", hub.url)]);
  const { committee } = JSON.parse(stdout).data;
  expect(committee.department.name).toBe("Haute-Marne");
  expect(committee.indicators.map(({ observation }: { observation: { value: number } }) => observation.value)).toEqual([32, 1061]);
});

test("the README's query with a token shows a client its rights and its inspections", async () => {
  const command = blocks("sh").find((block) => block.includes("npm run -s token"))!;
  const script = command.replace(/TOKEN=.*/, `TOKEN=${await hub.token("cdzz")}`).replaceAll("http://127.0.0.1:4000", hub.url);
  const { stdout } = await promisify(execFile)("bash", ["-c", script]);
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  expect(data.me.habilitations).toHaveLength(1);
  expect(data.facility.inspections.nodes.length).toBeGreaterThan(0);
});

test("docker-compose.yml has one service for each subgraph, and the gateway knows them all", () => {
  const compose = readFileSync(new URL("docker-compose.yml", root), "utf8");
  for (const { name } of subgraphs) {
    expect(compose).toContain(`  ${name}: { <<: *subgraph, command: npm run subgraph -- ${name} }`);
    expect(compose).toContain(`${name}=http://${name}:4000/graphql`);
  }
});
