import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buildSchema, type OperationDefinitionNode, parse, validate } from "graphql";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSavedQueries } from "../../../gateway/explorer/saved-queries.ts";
import { startHub } from "../../hub.ts";

const savedQueries = readSavedQueries();

test.each(savedQueries)("$title: valid in the supergraph, with its variables", async ({ theme, title, description, query, variables }) => {
  const supergraph = await readFile(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8");
  const document = parse(query);
  expect(validate(buildSchema(supergraph, { assumeValidSDL: true }), document)).toEqual([]);
  const operation = document.definitions[0] as OperationDefinitionNode;
  expect(Object.keys(JSON.parse(variables))).toEqual(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  expect(theme && title && description).toBeTruthy();
});

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (!executablePath) console.log("No Chromium found: browser test of the explorer skipped. Install one, or set CHROMIUM to its path.");

describe.skipIf(!executablePath)("in a browser", () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let browser: Browser;

  beforeAll(async () => {
    hub = await startHub();
    const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", ...quiet] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  });

  test("the CDSF view is one choice and one click away, from this server alone", { timeout: 60_000 }, async () => {
    const page = await browser.newPage({ locale: "fr-FR" });
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && origin !== new URL(hub.url).origin) problems.push(`elsewhere: ${request.url()}`);
    });

    await page.goto(hub.url);
    await page.getByRole("button", { name: /^la vue du CDSF/ }).click();
    await page.getByRole("button", { name: "Execute query" }).click();

    const panel = page.locator(".result-window .CodeMirror");
    await panel.getByText('"committee"').waitFor();
    const { data, errors } = JSON.parse(await panel.evaluate((element: any) => element.CodeMirror.getValue()));
    expect(errors).toBeUndefined();
    const places = data.committee.department.values.find(({ indicator }: any) => indicator.code === "T1");
    expect(places.observation).toMatchObject({ value: expect.any(Number), status: "PUBLISHED" });

    await page.getByRole("button", { name: "Open settings dialog" }).click();
    await page.getByRole("dialog").waitFor();
    expect(problems).toEqual([]);
  });

  test("where introspection is closed, it documents the open part of the schema", { timeout: 60_000 }, async () => {
    await using closed = await startHub({ databaseUrl: hub.databaseUrl, openIntrospection: false });
    const page = await browser.newPage({ locale: "fr-FR" });
    await page.goto(closed.url);
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByText("ChildcareFacility", { exact: true }).waitFor();
    const { data }: any = await (await fetch(`${closed.url}/explorer/open-schema.json`)).json();
    const names = data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["ChildcareFacility", "InspectionPlan"]));
    expect(names.filter((name: string) => /^(Inspection|ScheduledInspection|WithheldValue|AccessRecord)$/.test(name))).toEqual([]);
  });
});
