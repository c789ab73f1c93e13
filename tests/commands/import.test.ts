import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UnreadableFile } from "../../foundation/imports/envelope/unreadable-file.ts";
import { startCommand } from "../command.ts";
import { type Hub, startHub } from "../hub.ts";
import { importInto } from "../import-into.ts";
import { csvRows } from "../printed-file.ts";

let hub: Hub;
let database: pg.Client;
let folder: string;

beforeAll(async () => {
  hub = await startHub();
  database = new pg.Client({ connectionString: hub.databaseUrl });
  await database.connect();
  folder = mkdtempSync(join(tmpdir(), "import-cli-"));
});
afterAll(async () => {
  await database.end();
  await hub.close();
  rmSync(folder, { recursive: true });
});

function startImport(...args: string[]) {
  return startCommand("commands/import.ts", args, { DATABASE_URL: hub.databaseUrl });
}

async function runImport(...args: string[]) {
  const { code, stdout, stderr } = await startImport(...args).ended;
  return { code, stdout: stdout.replace(/^Empreinte : .*\n/m, ""), stderr };
}

/** Writes a file in the test's own folder. @returns its path. */
function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const columns = [
  "indicateur",
  "niveau",
  "territoire",
  "annee",
  "valeur",
  "unite",
  "statut",
  "numerateur",
  "denominateur",
  "millesime",
  "remarque",
];

type Cells = Partial<Record<string, string>>;

/** Births of a department in 2007, in the exchange layout. */
function births(territoire: string, valeur: string, more: Cells = {}): Cells {
  return {
    indicateur: "A04",
    niveau: "DEPARTMENT",
    territoire,
    annee: "2007",
    valeur,
    unite: "naissances",
    statut: "PUBLISHED",
    millesime: "2007",
    ...more,
  };
}

function csv(rows: Cells[], delimiter = ",", end = "\n"): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))];
  return lines.map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter) + end).join("");
}

/** What the graph says of a department's births in 2007, of which no file is shipped. */
async function observedBirths(department: string, asOf?: string): Promise<any> {
  const { data } = await hub.query(
    `query ($department: ID!, $asOf: DateTime) { committee(department: $department) { department { values(years: [2007], indicators: ["A04"]) {
      observation(asOf: $asOf) { value status notes recordedAt source { publisher printedVintage } }
    } } } }`,
    { department, asOf },
  );
  return data.committee.department.values[0].observation;
}

const counts = (read: number, accepted: number, unchanged: number, ignored = 0, rejected = 0) =>
  `Lignes : ${read} lues, ${accepted} acceptées, ${unchanged} inchangées, ${ignored} ignorées, ${rejected} rejetées.\n`;

test("a file's lines are counted, and the graph answers them", async () => {
  const path = fileOf("births.csv", csv([births("01", "6 512", { remarque: "Provisoire ?" }), births("02", "", { statut: "SUPPRESSED" })]));
  expect(await runImport("cdsf", "observations", path)).toEqual({ code: 0, stdout: counts(2, 2, 0), stderr: "" });
  expect(await observedBirths("01")).toMatchObject({
    value: 6512,
    status: "PUBLISHED",
    notes: ["Provisoire ?"],
    source: { printedVintage: "2007" },
  });
  expect(await observedBirths("02")).toMatchObject({ value: null, status: "SUPPRESSED" });
});

test("the same file twice changes nothing", async () => {
  const path = fileOf("twice.csv", csv([births("03", "2 911"), births("04", "1 402")]));
  await runImport("cdsf", "observations", path);
  const before = await observedBirths("03");
  expect(await runImport("cdsf", "observations", path)).toEqual({ code: 0, stdout: counts(2, 0, 2), stderr: "" });
  expect(await observedBirths("03")).toEqual(before);
});

test("a publisher's own XLSX, imported again, is unchanged to the last row", async () => {
  const { code, stdout } = await runImport("france-travail", "bmo", "data/france-travail/Base_open_data_BMO_2025.xlsx");
  expect({ code, stdout }).toEqual({ code: 0, stdout: counts(50076, 0, 50076) });
});

test("--dry-run checks everything and writes nothing", async () => {
  const path = fileOf("dry.csv", csv([births("05", "1 280")]));
  expect(await runImport("cdsf", "observations", path, "--dry-run")).toEqual({
    code: 0,
    stdout: `${counts(1, 1, 0)}Essai à blanc : rien n'a été écrit.\n`,
    stderr: "",
  });
  expect(await observedBirths("05")).toMatchObject({ value: null, status: "NOT_TRANSMITTED" });
  expect((await runImport("cdsf", "observations", path)).stdout).toBe(counts(1, 1, 0));
});

test("lines that are no data are counted apart, with the reason", async () => {
  const { stdout } = await runImport("caf", "coverage", "data/caf/txcouv_pe_epci_2023.csv");
  expect(stdout).toBe(`${counts(1251, 0, 1250, 1)}  ignorées : 1 (ligne sans territoire (XX))\n`);
});

describe("whatever the file's clothes", () => {
  const utf8 = (text: string) => Buffer.from(text, "utf8");
  const remarque = "été à Noël, œuvre n° 1";

  test.each([
    ["UTF-8, commas", "06", "8 701", utf8(csv([births("06", "8 701", { remarque })])), 8701],
    ["UTF-8 with a BOM, semicolons", "07", "2601,0", utf8(`\ufeff${csv([births("07", "2601,0", { remarque })], ";")}`), 2601],
    ["tabs and CRLF", "08", "1\u202f999", utf8(csv([births("08", "1\u202f999", { remarque })], "\t", "\r\n")), 1999],
    ["old Mac line ends", "09", "1\u00a0203", utf8(csv([births("09", "1\u00a0203", { remarque })], ";", "\r")), 1203],
    ["header in CRLF, lines in LF", "10", "12 %", utf8(csv([births("10", "12 %", { remarque })], ";").replace("\n", "\r\n")), 12],
  ])("%s", async (name, department, _printed, bytes, value) => {
    const report = await importInto(hub.databaseUrl, "cdsf", "observations", bytes, { fileName: `${name}.csv` });
    expect(report).toMatchObject({ read: 1, accepted: 1, rejected: [], written: true });
    expect(await observedBirths(department)).toMatchObject({ value, notes: [remarque] });
  });

  test.each([
    ["Latin-1", "11", "été à Noël, déjà"],
    ["Windows-1252", "12", "l\u2019\u0153uvre \u2013 5 \u20ac"],
  ])("%s with accents", async (name, department, remarque) => {
    const text = csv([births(department, "3 000", { remarque })], ";");
    const windows: Record<string, number> = { "\u2019": 0x92, "\u0153": 0x9c, "\u2013": 0x96, "\u20ac": 0x80 };
    const bytes = Buffer.from([...text].map((letter) => windows[letter] ?? letter.codePointAt(0)!));
    expect(await importInto(hub.databaseUrl, "cdsf", "observations", bytes), name).toMatchObject({
      accepted: 1,
      rejected: [],
      written: true,
    });
    expect(await observedBirths(department)).toMatchObject({ value: 3000, notes: [remarque] });
  });
});

describe("a file that is not what was announced is refused whole, in one sentence", () => {
  const named = (name: string, content: string | Uint8Array) => () => fileOf(name, content);
  const good = csv([births("13", "1")]);

  test.each<[string, string, string, () => string, RegExp]>([
    [
      "a file of another partner",
      "cdsf",
      "observations",
      () => "data/france-travail/Base_open_data_BMO_2025.xlsx",
      /il manque la colonne indicateur, .*Code métier BMO/,
    ],
    [
      "a table that only its name tells apart",
      "pmi",
      "childminders",
      () => "data/drees/tab23.csv",
      /Le nom du fichier ne dit pas que c'est « childminders » \(par exemple tab33\.csv\)/,
    ],
    ["an empty file", "cdsf", "observations", named("empty.csv", ""), /Le fichier est vide\.$/],
    ["blank lines only", "cdsf", "observations", named("blank.csv", "\n\n  \n"), /Il n'a aucune colonne\.$/],
    [
      "a binary file",
      "cdsf",
      "observations",
      named("binary.csv", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0])),
      /n'est ni un texte \(CSV, JSON\) ni un classeur XLSX\.$/,
    ],
    [
      "a PDF",
      "cdsf",
      "observations",
      named("scan.pdf", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"),
      /n'a pas la forme de « observations ».*Il contient %PDF-1\.7\.$/,
    ],
    ["a broken XLSX", "cdsf", "observations", named("broken.xlsx", "PK\u0003\u0004 but nothing else"), /Le classeur XLSX est illisible/],
    ["broken JSON", "cdsf", "observations", named("broken.json", '[{"indicateur": "A04"'), /Le JSON est mal formé/],
    [
      "a quote never closed",
      "cdsf",
      "observations",
      named("open.csv", good.replace("naissances", '"naissances')),
      /Le CSV est mal formé vers la ligne \d+ : un guillemet ouvert n'est jamais refermé\.$/,
    ],
    [
      "a file cut in the middle of a line",
      "cdsf",
      "observations",
      named("cut.csv", good.slice(0, good.indexOf("PUBLISHED"))),
      /La dernière ligne \(2\) n'a que 7 cellules au lieu de 11, et rien ne la termine : le fichier est-il coupé \?$/,
    ],
    [
      "a quote inside a cell",
      "cdsf",
      "observations",
      named("inside.csv", good.replace("naissances", 'les "naissances"')),
      /vers la ligne 2 : un guillemet se trouve dans une cellule/,
    ],
    [
      "a column twice",
      "cdsf",
      "observations",
      named("double.csv", good.replace("remarque", "remarque,valeur")),
      /La colonne « valeur » figure deux fois/,
    ],
  ])("%s", async (_, subgraph, dataset, path, message) => {
    const file = path();
    const imported = importInto(hub.databaseUrl, subgraph, dataset, readFileSync(file), { fileName: basename(file) });
    await expect(imported).rejects.toThrow(UnreadableFile);
    await expect(imported).rejects.toThrow(message);
  });

  test.each<[string, string, string, () => string, RegExp]>([
    [
      "another file of the same partner",
      "caf",
      "places",
      () => "data/caf/txcouv_pe_com_2017-2022.csv",
      /n'a pas la forme de « places » : il manque la colonne places_offertes_ensemble\. .* Il ressemble à : coverage\.$/,
    ],
    ["no file", "cdsf", "observations", () => join(folder, "none.csv"), /none\.csv n'existe pas\.$/],
    ["a folder", "cdsf", "observations", () => folder, /ne peut pas être lu \(EISDIR\)\.$/],
    [
      "an unknown subgraph",
      "pole-emploi",
      "bmo",
      () => "data/france-travail/Base_open_data_BMO_2025.xlsx",
      /Sous-graphe inconnu « pole-emploi » : choisissez parmi indicators, france-travail, territories, cdsf, caf, pmi, msa, access\.$/,
    ],
  ])("%s", async (_, subgraph, dataset, path, message) => {
    const { code, stdout, stderr } = await runImport(subgraph, dataset, path());
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("an unknown dataset: those of the subgraph are listed with their title", async () => {
    const { code, stderr } = await runImport("pmi", "creches", "data/drees/tab23.csv");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Jeu de données inconnu « creches » pour pmi\. Jeux connus :\n/);
    expect(stderr).toMatch(/^ {2}childminders +Drees, jeu 331, tableau 33 : assistants maternels agréés$/m);
  });
});

describe("wrong lines", () => {
  test("are each listed with line, column, value and reason, and nothing of the file is written", async () => {
    const path = fileOf(
      "wrong.csv",
      csv([
        births("14", "1 111"),
        births("14", "12", { annee: "1979" }),
        births("Atlantide", "12"),
        births("15", "12", { niveau: "PLANETE" }),
        births("16", "douze"),
        births("17", "12", { statut: "SUPPRESSED" }),
        births("14", "2 222"),
        births("18", "12,5", { remarque: "shifted" }),
      ]).replace('"12,5"', "12,5"),
    );
    const { code, stdout, stderr } = await runImport("cdsf", "observations", path);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.startsWith(counts(8, 1, 0, 0, 7)), stdout).toBe(true);
    expect(stdout).toContain(`La liste complète est dans ${path}.rejected.csv. Rien n'a été écrit dans la base`);
    const rejected = csvRows(`${path}.rejected.csv`);
    expect(rejected.toSorted((a, b) => Number(a.line) - Number(b.line))).toEqual([
      { line: "3", column: "annee", value: "1979", reason: expect.stringContaining("une année entre 1980") },
      { line: "4", column: "territoire", value: "Atlantide", reason: expect.stringContaining("le code d'un territoire de cet échelon") },
      { line: "5", column: "niveau", value: "PLANETE", reason: expect.stringContaining("DEPARTMENT") },
      { line: "6", column: "valeur", value: "douze", reason: expect.stringContaining("un nombre") },
      { line: "7", column: "valeur", value: "12", reason: expect.stringContaining("une cellule vide avec un statut d'absence") },
      { line: "8", column: "", value: "A04 / DEPARTMENT / 14 / 2007", reason: "même clé que la ligne 2" },
      { line: "9", column: "", value: "shifted", reason: expect.stringContaining("plus de cellules que l'en-tête") },
    ]);
    for (const { line, column, value, reason } of rejected) {
      expect(stdout).toContain(`  ligne ${line}${column && `, colonne « ${column} »`}, valeur « ${value} » : ${reason}\n`);
    }
    expect(await observedBirths("14")).toMatchObject({ value: null, status: "NOT_TRANSMITTED" });
  });

  test("of a publisher's own layout name its own columns", async () => {
    const printed = readFileSync("data/caf/nbpla_pe_com_2017-2022.csv", "utf8").split("\n").slice(0, 3);
    const path = fileOf("places.csv", [printed[0], printed[1]!.replace("01004", "1004"), printed[2]!.replace("2017", "17")].join("\n"));
    const { code, stdout } = await runImport("caf", "places", path);
    expect(code).toBe(1);
    expect(stdout).toContain(counts(2, 0, 0, 0, 2));
    expect(stdout).toContain("  ligne 2, colonne « num_commune », valeur « 1004 » : 1004 : il manque le zéro de gauche ?");
    expect(stdout).toContain("  ligne 3, colonne « date_reference », valeur « 17 » : attendu : une année");
  });

  test("that type in T8, which the register alone gives, are refused", async () => {
    const { code, stdout } = await runImport(
      "pmi",
      "observations",
      fileOf("typed.csv", csv([births("93", "12", { indicateur: "T8", unite: "visites" })])),
    );
    expect(code).toBe(1);
    expect(stdout).toContain("  ligne 2, colonne « indicateur », valeur « T8 » : cet indicateur est calculé par le hub");
  });

  test("by the hundred: twenty are shown, all are in the file", async () => {
    const path = fileOf(
      "hundred.csv",
      csv(Array.from({ length: 100 }, (_, index) => births("24", "x", { annee: String(1990 + (index % 35)) }))),
    );
    const { code, stdout } = await runImport("cdsf", "observations", path);
    expect(code).toBe(1);
    expect(stdout.match(/^ {2}ligne /gm)).toHaveLength(20);
    expect(stdout).toContain("… et 80 autres. La liste complète est dans");
    expect(csvRows(`${path}.rejected.csv`).map(({ line }) => Number(line))).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
  });

  test("are refused by --dry-run the same way", async () => {
    const { code, stdout } = await runImport("cdsf", "observations", fileOf("dry-wrong.csv", csv([births("25", "x")])), "--dry-run");
    expect({ code, stdout: stdout.split("\n")[0] }).toEqual({ code: 1, stdout: counts(1, 0, 0, 0, 1).trimEnd() });
  });
});

test("a correction is one more row: what was known before is still answered", async () => {
  await runImport("cdsf", "observations", fileOf("first.csv", csv([births("26", "5 100"), births("27", "6 200")])));
  const first = await observedBirths("26");
  const second = await runImport("cdsf", "observations", fileOf("correction.csv", csv([births("26", "5 101"), births("27", "6 200")])));
  expect(second.stdout).toBe(counts(2, 1, 1));
  const { rows } = await database.query(
    "select value from indicators.observation where measure = 'A04' and code = '26' and year = 2007 order by recorded_at",
  );
  expect(rows).toEqual([{ value: 5100 }, { value: 5101 }]);
  const corrected = await observedBirths("26");
  expect(corrected.value).toBe(5101);
  const justBefore = new Date(Date.parse(corrected.recordedAt) - 1).toISOString();
  expect((await observedBirths("26", justBefore)).value).toBe(5100);
  expect(await observedBirths("26", new Date(Date.parse(first.recordedAt) - 1).toISOString())).toMatchObject({
    value: null,
    status: "NOT_TRANSMITTED",
  });
});

test("asked as of the very moment it was recorded, a number is known", async () => {
  await runImport("cdsf", "observations", fileOf("moment.csv", csv([births("28", "4 100")])));
  const { recordedAt } = await observedBirths("28");
  expect(await observedBirths("28", recordedAt)).toMatchObject({ value: 4100, recordedAt });
});

test("a line whose parent was not imported yet says what to import first", async () => {
  const path = fileOf("reviews.csv", "departement,annee,presente_le,annexe_le,publie_le,qualite\n29,2025,2026-01-27,,,\n");
  expect(await runImport("pmi", "inspection-reviews", path)).toEqual({
    code: 1,
    stdout: "",
    stderr: `${path} : Une ligne renvoie à « 29-2025 », que la base ne connaît pas encore : importez d'abord le fichier qui le contient.\n`,
  });
});

/** Keeps everyone from writing to a table until it is released: an import stops there, in its transaction. */
async function hold(table: string) {
  const holder = new pg.Client({ connectionString: hub.databaseUrl });
  await holder.connect();
  await holder.query(`begin; lock table ${table} in exclusive mode`);
  return { release: () => holder.end() };
}

/** @returns the server processes of a subgraph's imports that wait for a lock, once there are so many. */
async function waiting(subgraph: string, count: number): Promise<number[]> {
  const query = `select pid from pg_stat_activity where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`;
  const pids = async () => (await database.query(query, [`cdsf-hub/${subgraph}`])).rows.map(({ pid }) => pid);
  await expect.poll(pids, { timeout: 20_000, interval: 50 }).toHaveLength(count);
  return pids();
}

test("two imports of one file at once: one writes it, the other finds it unchanged", async () => {
  const path = fileOf("at-once.csv", csv([births("30", "7 000"), births("31", "8 000")]));
  const { release } = await hold("indicators.observation");
  const both = [runImport("cdsf", "observations", path), runImport("cdsf", "observations", path)];
  await waiting("cdsf", 2);
  await release();
  const ended = await Promise.all(both);
  expect(ended.map(({ code, stdout }) => `${code} ${stdout}`).toSorted()).toEqual([`0 ${counts(2, 0, 2)}`, `0 ${counts(2, 2, 0)}`]);
  const { rows } = await database.query("select value from indicators.observation where measure = 'A04' and code = '30' and year = 2007");
  expect(rows).toEqual([{ value: 7000 }]);
});

test("imports of two partners at once: both write their numbers to the register", async () => {
  const children = births("33", "2 100", { indicateur: "A09", unite: "enfants" });
  const paths = [fileOf("births-33.csv", csv([births("33", "15 000")])), fileOf("children-33.csv", csv([children]))] as const;
  const { release } = await hold("indicators.observation");
  const both = [runImport("cdsf", "observations", paths[0]), runImport("caf", "observations", paths[1])];
  await Promise.all([waiting("cdsf", 1), waiting("caf", 1)]);
  await release();
  for (const ended of await Promise.all(both)) expect(ended).toEqual({ code: 0, stdout: counts(1, 1, 0), stderr: "" });
  const { rows } = await database.query(
    "select measure, value from indicators.observation where code = '33' and year = 2007 and measure in ('A04', 'A09') order by measure",
  );
  expect(rows).toEqual([
    { measure: "A04", value: 15000 },
    { measure: "A09", value: 2100 },
  ]);
});

test("a database that does not answer: one sentence", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const env = { DATABASE_URL: `postgresql://hub:secret@127.0.0.1:${port}/hub` };
  const { code, stdout, stderr } = await startCommand(
    "commands/import.ts",
    ["cdsf", "observations", fileOf("gone.csv", csv([births("32", "1")]))],
    env,
  ).ended;
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: `Base de données 127.0.0.1:${port}/hub : aucun serveur PostgreSQL n'y répond. Démarrez-le, ou corrigez DATABASE_URL.\n`,
  });
});

describe("in the middle of the transaction", () => {
  /** Services of ZZ with other names and numbers: two tables, the services first. */
  function corrected(name: string, digit: number): string {
    const sent = readFileSync("data/demonstration/family-services.csv", "utf8");
    return sent.replaceAll("Relais petite enfance", name).replaceAll(/,(\d+)$/gm, `,${digit}$1`);
  }

  async function services(): Promise<any[]> {
    const { data } = await hub.query(
      `{ department: territory(level: DEPARTMENT, code: "ZZ") { familyServices(first: 100) { nodes { id name activity { observation { value } } } } } }`,
    );
    return data.department.familyServices.nodes;
  }

  /** Starts an import that has written the services and waits for their activity. */
  async function startHeldImport(path: string) {
    const { release } = await hold("caf.service_activity");
    const running = startImport("caf", "family-services", path);
    const [pid] = await waiting("caf", 1);
    return { running, pid, release };
  }

  test("a kill leaves the old state, and the next run completes", async () => {
    const before = await services();
    const path = fileOf("killed.csv", corrected("Relais tué", 1));
    const { running, release } = await startHeldImport(path);
    running.kill("SIGKILL");
    expect(await running.ended).toMatchObject({ code: null, signal: "SIGKILL" });
    await release();
    expect(await services()).toEqual(before);
    const again = await runImport("caf", "family-services", path, "--confirm");
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect((await services()).filter(({ name }) => name.startsWith("Relais tué")).length).toBeGreaterThan(3);
    expect((await runImport("caf", "family-services", path)).stdout).toMatch(/, 0 acceptées, /);
  });

  test("a server that stops leaves the old state: one sentence and exit code 1", async () => {
    const before = await services();
    const { running, pid, release } = await startHeldImport(fileOf("stopped.csv", corrected("Relais coupé", 2)));
    await database.query("select pg_terminate_backend($1)", [pid]);
    const { code, stdout, stderr } = await running.ended;
    await release();
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^Base de données .* : le serveur s'est arrêté, ou la connexion .*\n$/),
    });
    expect(await services()).toEqual(before);
  });
});
