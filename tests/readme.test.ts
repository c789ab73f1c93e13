import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../foundation/config.ts";
import manifest from "../package.json" with { type: "json" };
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { type Hub, startHub } from "./hub.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const blocks = (language: string) => [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, block]) => block!);

const documents = readdirSync(new URL("docs/", root), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

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
  expect(committee.department.values.map(({ observation }: { observation: { value: number } }) => observation.value)).toEqual([32, 1061]);
});

test("the README's query with a token shows a client its rights and its inspections", async () => {
  const command = blocks("sh").find((block) => block.includes("query Suivi"))!;
  const script = command.replace(/TOKEN=.*/, `TOKEN=${await hub.token("cdzz")}`).replaceAll("http://127.0.0.1:4000", hub.url);
  const { stdout } = await promisify(execFile)("bash", ["-c", script]);
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  expect(data.me.habilitations).toHaveLength(2);
  expect(data.facility.inspections.nodes.length).toBeGreaterThan(0);
});

test("the README's program tries a number, writes it, and sees it", async () => {
  const command = blocks("sh").find((block) => block.includes("recordValues"))!;
  const script = command.replace(/TOKEN=.*/, `TOKEN=${await hub.token("cdzz")}`).replaceAll("http://127.0.0.1:4000", hub.url);
  const { stdout } = await promisify(execFile)("bash", ["-c", script]);
  const [tried, written, seen] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const answer = { recordValues: { ids: ["B14:DEPARTMENT:ZZ:2026"], recorded: 1, unchanged: 0, withheld: 0 } };
  expect([tried.data, written.data]).toEqual([answer, answer]);
  expect(seen.data.value.observation).toMatchObject({ value: 812, status: "PROVISIONAL", unit: "places" });
});

/** Of this repository, as its documents write them: `gateway/http/server.ts`, [a link](docs/decisions/floors.md). */
const named = (document: string) => {
  const text = readFileSync(new URL(document, root), "utf8");
  const paths = [...text.matchAll(/(?:`|\]\()((?:[a-z-]+\/)+[\w.-]+\.\w+|[A-Z]+\.md)(?:`|\))/g)].map(([, path]) => path!);
  return paths.filter((path) => !existsSync(new URL(path, root)) && !existsSync(new URL(path, new URL(document, root))));
};

test.each(["README.md", "SECURITY.md", "CONTRIBUTING.md", ...documents])("every file that %s names is there", (document) => {
  expect(named(document)).toEqual([]);
});

describe("docker-compose.yml", () => {
  const { services } = parse(readFileSync(new URL("docker-compose.yml", root), "utf8"), { merge: true });
  const { postgres, gateway, ...apart } = services;
  const program = ({ command }: { command: string }) => command.split(" ");

  test("has one service for each subgraph, and the gateway knows and awaits them all", () => {
    expect(Object.keys(apart).toSorted()).toEqual(subgraphs.map(({ name }) => name).toSorted());
    for (const { name } of subgraphs) expect(apart[name].command).toBe(`${manifest.scripts.subgraph} ${name}`);
    const urls = gateway.environment.SUBGRAPH_URLS.split(",").toSorted();
    expect(urls).toEqual(subgraphs.map(({ name }) => `${name}=http://${name}:4000/graphql`).toSorted());
    expect(Object.keys(gateway.depends_on).toSorted()).toEqual(Object.keys(apart).toSorted());
  });

  test("starts node itself, not npm, which would leave it running", () => {
    expect(gateway.command).toBe(manifest.scripts.start);
    for (const service of [gateway, ...Object.values<any>(apart)]) {
      expect(program(service)[0]).toBe("node");
      expect(existsSync(new URL(program(service)[1]!, root))).toBe(true);
      expect(service.build.dockerfile_inline).toMatch(/^FROM node:24-/);
      expect(service.restart).toBe("unless-stopped");
    }
  });

  test("is production: a closed schema, no sample unless it is asked for, an issuer that must be named", () => {
    const given = { POSTGRES_PASSWORD: "p", TOKEN_ISSUERS: "https://issuer.example=https://issuer.example/jwks" };
    for (const { environment } of [gateway, ...Object.values<any>(apart)]) {
      const config = readConfig(interpolated(environment, given));
      expect(config).toMatchObject({ openIntrospection: false, developmentIssuer: false, sampleData: false, host: "0.0.0.0", port: 4000 });
    }
    expect(readConfig(interpolated(gateway.environment, given)).tokenIssuers).toEqual({
      "https://issuer.example": "https://issuer.example/jwks",
    });
    expect(readConfig(interpolated(apart.pmi.environment, { ...given, SAMPLE_DATA: "true" })).sampleData).toBe(true);
    expect(() => interpolated(gateway.environment, {})).toThrow(/TOKEN_ISSUERS: name the issuer/);
    expect(() => interpolated(apart.pmi.environment, {})).toThrow(/POSTGRES_PASSWORD: choose one/);
    expect(postgres.environment.POSTGRES_PASSWORD).toContain("POSTGRES_PASSWORD");
  });
});

/** An environment of the file, with `${NAME}`, `${NAME:-default}` and `${NAME:?why it is needed}` as Docker Compose reads them. */
function interpolated(environment: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const read = (text: string) =>
    text.replace(/\$\{(\w+)(?::([-?])(.*?))?\}/g, (_, name: string, sign?: string, rest = "") => {
      if (given[name]) return given[name];
      if (sign === "?") throw new Error(`${name}: ${rest}`);
      return rest;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, read(text)]));
}
