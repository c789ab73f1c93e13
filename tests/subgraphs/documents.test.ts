import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { importInto, importRows } from "../import-into.ts";
import { csvRows } from "../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const folder = "data/documents/haute-marne";
const source = "source { publisher dataset printedVintage edition publishedOn licence }";

test("a line that names its document has its source, and an edition; one that names none is its sender's, and has none", async () => {
  const { data } = await hub.query(`{
    printed: territory(level: DEPARTMENT, code: "52") { agreements(first: 1) { nodes { ${source} } } }
    sent: territory(level: DEPARTMENT, code: "ZZ") { agreements(first: 1) { nodes { printed rank source { edition publishedOn } } } }
  }`);
  const printed = { publisher: "CDSF de la Haute-Marne", dataset: "Schéma départemental des services aux familles 2016-2019" };
  expect(data.printed.agreements.nodes).toEqual([
    { source: { ...printed, printedVintage: "31 décembre 2015", edition: "2015-12-31", publishedOn: null, licence: null } },
  ]);
  expect(data.sent.agreements.nodes).toEqual([{ printed: null, rank: null, source: { edition: null, publishedOn: null } }]);
});

const csv = (rows: Record<string, string>[]) =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(";")).join("\n");

test("a document has a day of publication, what is transmitted has none", async () => {
  const rows: Record<string, string>[] = csvRows(`${folder}/msa-means.csv`).map((row) => ({ ...row, moyen: "Moyen" }));
  const sent = rows.map(
    ({ editeur: _, document: __, millesime: ___, ...row }) => ({ ...row, departement: "51" }) as Record<string, string>,
  );
  const publishedOn = "2016-02-09";
  await expect(importInto(hub.databaseUrl, "msa", "means", csv(sent), { publishedOn })).rejects.toThrow(/est transmis au hub/);
  await importInto(hub.databaseUrl, "msa", "means", csv(sent));
  await importInto(hub.databaseUrl, "msa", "means", csv(rows), { publishedOn });
  const { data } = await hub.query(`{
    printed: territory(level: DEPARTMENT, code: "52") { msaMeans { ${source} } }
    sent: territory(level: DEPARTMENT, code: "51") { msaMeans { axis label source { publisher edition } } }
  }`);
  expect(data.printed.msaMeans[0].source).toMatchObject({ edition: publishedOn, publishedOn, printedVintage: "2016-2019" });
  expect(data.sent.msaMeans).toEqual(
    rows.map(({ axe }) => ({ axis: Number(axe), label: "Moyen", source: { publisher: "MSA", edition: null } })),
  );
});

test.each([
  ["caf", "agreements", "agreements", { statut: "NONE" }, "annee_signature", "une CTG signée a une année"],
  ["caf", "agreements", "agreements", { signee_le: "2014-05-01" }, "annee_signature", "celle de signee_le"],
  ["pmi", "facilities", "facilities", { commune: "", commune_imprimee: "" }, "commune", "attendu : le code de la commune, ou son nom"],
  ["pmi", "childminder-houses", "childminder-houses", { millesime: "" }, "document", "un document est nommé par son éditeur"],
  ["cdsf", "schemes", "schemes", { debut: "bientôt" }, "debut", "attendu : une date (2024-01-01), ou une année"],
  ["cdsf", "plan-details", "plan-means", { nature: "FIN" }, "nature", "Option invalide"],
  ["territories", "printed-populations", "populations-2016", { territoire: "52" }, "territoire", "attendu : le code du territoire"],
])("%s %s: a line of %s with %o is refused", async (owner, dataset, file, change, column, reason) => {
  const row = { ...csvRows(`${folder}/${file}.csv`)[0]!, ...(change as Record<string, string>) };
  const { rejected } = await importRows(hub.databaseUrl, [owner, dataset], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});

test("an action that its document does not number is known by its label, and so are its details", async () => {
  const plan = { programme: "51-2024", axe: "1", objectif: "", action: "" };
  await importRows(
    hub.databaseUrl,
    ["cdsf", "schemes"],
    [
      {
        departements: "51",
        debut: "2024",
        fin: "2029-12-31",
        adopte_le: "",
        transmis_le: "",
        titre: "Schéma",
        imprime: "un fait|un autre",
      },
    ],
  );
  await importRows(hub.databaseUrl, ["cdsf", "plan-axes"], [{ programme: "51-2024", axe: "1", libelle: "Axe", calendrier: "" }]);
  await importRows(hub.databaseUrl, ["cdsf", "plan-actions"], [{ ...plan, libelle: "Agir", calendrier: "", pilote: "" }]);
  await importRows(
    hub.databaseUrl,
    ["cdsf", "plan-details"],
    [{ ...plan, libelle_action: "Agir", nature: "STEP", libelle: "Un pas", organisme: "" }],
  );
  const { data } = await hub.query(
    '{ scheme(department: "51", startYear: 2024) { startOn endOn printed axes { actions { label steps } } source { publisher edition } } }',
  );
  expect(data.scheme).toEqual({
    ...{ startOn: null, endOn: "2029-12-31", printed: ["un fait", "un autre"] },
    axes: [{ actions: [{ label: "Agir", steps: ["Un pas"] }] }],
    source: { publisher: "CDSF du département 51", edition: null },
  });
});
