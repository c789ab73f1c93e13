import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../command.ts";
import { type Hub, startHub } from "../hub.ts";
import { importInto } from "../import-into.ts";
import { csvRows } from "../printed-file.ts";

let hub: Hub;
let folder: string;
beforeAll(async () => {
  hub = await startHub();
  folder = mkdtempSync(join(tmpdir(), "publication-"));
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => startCommand("commands/import.ts", args, { DATABASE_URL: hub.databaseUrl }).ended;

/** The Drees's table of childminders, with other numbers. */
function table(change: (printed: string, department: string, year: string) => string): string {
  const rows = csvRows("data/drees/tab33.csv").map((row) => ({
    ...row,
    valeur: change(row.valeur!, row.code_departement!, row.annee!),
  }));
  const names = Object.keys(rows[0]!);
  const path = join(folder, `tab33-${Math.random().toString(36).slice(2)}.csv`);
  const cell = (text: string) => (text.includes(",") ? `"${text}"` : text);
  const lines = [names, ...rows.map((row) => Object.values(row))];
  writeFileSync(path, lines.map((cells) => cells.map(cell).join(",")).join("\n"));
  return path;
}

async function childminders(asOf?: string): Promise<any> {
  const { data } = await hub.query(
    `query ($asOf: DateTime) {
      department: value(id: "B13:DEPARTMENT:52:2023") { observation(asOf: $asOf) { value status } citation revisions { value } }
      region: value(id: "B13:REGION:44:2023") { observation(asOf: $asOf) { value } }
      nation: value(id: "B13:NATION:FR:2023") { observation(asOf: $asOf) { value } }
    }`,
    { asOf },
  );
  return data;
}

test("a publication that is withdrawn counts no more: values and sums as before, what was known then, and its citations, stay", async () => {
  const before = await childminders();
  const path = table((printed, department, year) => (department === "52" && year === "2023" ? "9061" : printed));
  const { code, stdout } = await run("pmi", "childminders", path);
  expect(code).toBe(0);
  const [, hash] = /^Empreinte : ([0-9a-f]{64})\. Pour retirer cette publication : npm run import -- withdraw [0-9a-f]{8}$/m.exec(stdout)!;
  const during = await childminders();
  const known = new Date().toISOString();
  expect(during.department.observation.value).toBe(9061);
  expect(during.region.observation.value - before.region.observation.value).toBe(9061 - before.department.observation.value);

  const withdrawn = await run("withdraw", hash!.slice(0, 12));
  expect(withdrawn).toMatchObject({ code: 0, stderr: "" });
  expect(withdrawn.stdout).toMatch(/^tab33-\w+\.csv \(pmi, childminders\) est retiré : \d+ chiffres ne comptent plus\.$/m);
  const after = await childminders();
  expect(after.department).toEqual(before.department);
  expect([after.region, after.nation]).toEqual([before.region, before.nation]);
  expect((await childminders(known)).department.observation.value).toBe(9061);
  const { data } = await hub.query("query ($id: ID!) { value(id: $id) { observation { value } } }", { id: during.department.citation });
  expect(data.value.observation.value).toBe(9061);

  expect((await run("pmi", "childminders", path)).code).toBe(0);
  expect((await childminders()).department.observation.value).toBe(9061);
});

test("a number that only a withdrawn file had is in the view of then and in none of now, and sums are as they were", async () => {
  const view = async (asOf?: string) => {
    const { data } = await hub.query(
      `query ($asOf: DateTime) { territory(level: DEPARTMENT, code: "2B") { years: values(asOf: $asOf, indicators: ["B13"]) { year observation { value } }
         values(asOf: $asOf, years: [2023], status: [PUBLISHED]) { id observation { value } } } }`,
      { asOf },
    );
    return data.territory;
  };
  const with2B = (value: string, of52?: string) =>
    table((printed, department, year) =>
      year !== "2023" ? printed : department === "2B" ? value : department === "52" ? (of52 ?? printed) : printed,
    );
  const before = [await view(), await childminders()];
  const [older, newer, late] = [with2B("12"), with2B("13"), with2B("13", "1062")];
  const publish = async (path: string, publishedOn: string) => {
    const options = { fileName: "tab33.csv", publishedOn };
    expect((await importInto(hub.databaseUrl, "pmi", "childminders", readFileSync(path), options)).rejected).toEqual([]);
  };
  await publish(older, "2026-03-01");
  await publish(newer, "2026-04-01");
  await publish(late, "2026-02-01"); // an older edition, whose sums count what is newer
  const [during, then] = [await childminders(), new Date().toISOString()];
  for (const path of [newer, older, late]) {
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    expect((await run("withdraw", hash.slice(0, 12))).stderr).toBe("");
  }
  expect([await view(), await childminders()]).toEqual(before);
  const { years, values } = await view(then);
  expect(years).toContainEqual({ year: 2023, observation: { value: 13 } });
  expect(values).toContainEqual({ id: "B13:DEPARTMENT:2B:2023", observation: { value: 13 } });
  expect((await childminders(then)).nation.observation.value).toBe(during.nation.observation.value);
});

test("what a withdrawn file said first, another one that says it too writes when it is imported again", async () => {
  const path = join(folder, "births-again.csv");
  const [first] = csvRows("data/demonstration/observations-cdsf.csv");
  const line = (indicateur: string, valeur: string) => ({
    ...first!,
    indicateur,
    niveau: "DEPARTMENT",
    territoire: "ZZ",
    annee: "2009",
    valeur,
    millesime: "2009",
    unite: "naissances",
  });
  const write = (lines: object[]) => writeFileSync(path, stringify(lines, { header: true }));
  const births = async () => {
    const { data } = await hub.query('{ value(id: "A04:DEPARTMENT:ZZ:2009") { observation { value } } }');
    return data.value.observation.value;
  };
  const send = async () => {
    const report = await importInto(hub.databaseUrl, "cdsf", "observations", readFileSync(path), { confirm: true });
    expect(report.rejected).toEqual([]);
    return report.hash;
  };
  write([line("A04", "120")]);
  const one = await send();
  write([{ ...line("A04", "120") }, { ...line("A04", "140"), annee: "2010", millesime: "2010" }]);
  await send();
  const { stdout } = await run("withdraw", one.slice(0, 12));
  expect(stdout).toMatch(/reviennent si vous les importez à nouveau : .*observations\.csv/);
  expect(await births()).toBeNull();
  await send();
  expect(await births()).toBe(120);
});

test("a file that changes too much is held, says what it would change, and is published where that is confirmed", async () => {
  const before = await childminders();
  const path = table((printed, _, year) => (Number(year) > 2020 && printed !== "0" ? String(Number(printed) + 1) : printed));
  const held = await run("pmi", "childminders", path);
  expect(held).toMatchObject({ code: 1, stderr: "" });
  expect(held.stdout).toMatch(/^Retenu : sur \d+ valeurs, \d+ remplaceraient une valeur déjà publiée\. Rien n'a été écrit\.$/m);
  expect(held.stdout).toMatch(/^ {2}B13 2022 : \d+$/m);
  expect(held.stdout).toMatch(/^Si c'est voulu, recommencez avec --confirm\.$/m);
  expect(await childminders()).toEqual(before);

  const published = await run("pmi", "childminders", path, "--confirm");
  expect(published.code).toBe(0);
  const after = await childminders();
  expect(after.department.observation.value).toBe(1062);
  expect(after.nation.observation.value).not.toBe(before.nation.observation.value);
});

/** A table of the Drees for the year after its last, out of what another one has for that. */
function nextYear(of: string, change = (printed: string) => printed): string {
  const rows = csvRows(`data/drees/${of}.csv`);
  const last = Math.max(...rows.map(({ annee }) => Number(annee)));
  const path = join(folder, `${of}.csv`);
  const next = rows
    .filter(({ annee }) => Number(annee) === last)
    .map((row) => ({ ...row, annee: `${last + 1}`, valeur: change(row.valeur!) }));
  writeFileSync(path, stringify(next, { header: true }));
  return path;
}

test("a file with the numbers of another table for a new year is held, and says which; that of the next year is not", async () => {
  const wrong = { fileName: "tab23.csv", bytes: readFileSync(nextYear("tab28")) };
  const send = (file: Buffer, confirm = false) =>
    importInto(hub.databaseUrl, "pmi", "collective-creches", file, { fileName: "tab23.csv", dryRun: true, confirm });
  const { held, changes } = await send(wrong.bytes);
  expect([held, changes.changed]).toEqual([true, 0]);
  expect(changes.leaps).toEqual([{ what: "B11 2024", pairs: expect.any(Number), far: expect.any(Number), others: [2023] }]);
  expect(changes.leaps[0]!.far).toBeGreaterThan(90);
  expect((await send(wrong.bytes, true)).held).toBe(false);

  const path = join(folder, "tab23.csv");
  writeFileSync(path, wrong.bytes);
  const { code, stdout } = await run("pmi", "collective-creches", path);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^ {2}B11 2024 : \d+ des \d+ valeurs comparées font plus du double ou moins de la moitié de celles de 2023, ou manquent : est-ce la bonne table \?$/m,
  );
  expect(await send(readFileSync(nextYear("tab23")))).toMatchObject({ held: false, changes: { leaps: [] } });
});

test("of what is few, three times as much is no other table", async () => {
  const file = readFileSync(nextYear("tab27", (printed) => String(3 * Number(printed))));
  const report = await importInto(hub.databaseUrl, "pmi", "parent-run-creches", file, { fileName: "tab27.csv", dryRun: true });
  expect(report).toMatchObject({ held: false, rejected: [], changes: { leaps: [] } });
});

test.each([
  ["0123456789abcdef", "Aucun fichier importé n'a une empreinte qui commence par 0123456789abcdef."],
  ["0123", "« 0123 » n'est pas le début d'une empreinte : 8 signes au moins, de 0 à 9 et de a à f."],
])("%s is withdrawn by nobody", async (hash, message) => {
  expect(await run("withdraw", hash)).toMatchObject({ code: 1, stdout: "", stderr: `${message}\n` });
});

test("facts are not withdrawn", async () => {
  const path = join(folder, "agreements.csv");
  const [first] = csvRows("data/demonstration/agreements.csv");
  const row = { ...first!, id: "withdrawn-1" };
  writeFileSync(
    path,
    `${Object.keys(row).join(",")}\n${Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(",")}\n`,
  );
  const { code, stdout } = await run("caf", "agreements", path);
  expect([code, stdout]).toEqual([0, expect.stringContaining("1 acceptées")]);
  const [, hash] = /^Empreinte : (\w+)/m.exec(stdout)!;
  expect(await run("withdraw", hash!)).toMatchObject({ code: 1, stderr: expect.stringContaining("se corrigent un par un") });
});

test("facts of which numbers are counted are not withdrawn either", async () => {
  const [, hash] = /^Empreinte : (\w+)/m.exec((await run("france-travail", "bmo", "data/demonstration/bmo.csv")).stdout)!;
  expect(await run("withdraw", hash!)).toMatchObject({ code: 1, stderr: expect.stringContaining("faits") });
});
