import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const fields =
  "id kind title year adoptedOn presentedOn publishedOn sent { to on } presentedTo { name } annexes { id } content { code isPresent }";
const documentsOf = async (department: string, args = "first: 100", asked = fields) => {
  const { data, errors } = await hub.query(
    `query ($department: ID!) { territory(level: DEPARTMENT, code: $department) { documents(${args}) { totalCount nodes { ${asked} } } } }`,
    { department },
  );
  expect(errors).toBeUndefined();
  return data.territory.documents;
};

test("every document of ZZ is there, its transmissions in their order", async () => {
  const printed = csvRows("data/demonstration/documents.csv");
  const { totalCount, nodes } = await documentsOf("ZZ");
  expect(totalCount).toBe(printed.length);
  expect(nodes.map(({ id, kind, title }: any) => [id, kind, title])).toEqual(
    printed.map(({ id, type, titre }) => [id, type, titre]).toSorted(([one], [other]) => (one! < other! ? -1 : 1)),
  );
  expect(nodes.find(({ id }: any) => id === "ZZ-evaluation-2020-2023").sent).toEqual([
    { to: "MINISTER", on: "2023-10-06" },
    { to: "HCFEA", on: "2023-10-06" },
    { to: "CNAF", on: "2023-10-06" },
  ]);
});

test("does the synthesis of 2025 hold the review of inspections? The one of 2024 did not", async () => {
  const { nodes } = await documentsOf("ZZ", "first: 10, kinds: [SYNTHESIS]");
  expect(nodes.map(({ year, content }: any) => [year, content.find(({ code }: any) => code === "INSPECTION_REVIEW").isPresent])).toEqual([
    [2024, false],
    [2025, true],
  ]);
  expect(nodes[1].annexes.map(({ id }: any) => id)).toEqual(["ZZ-bilan-2025", "ZZ-indicateurs-suivi-2025"]);
  expect(nodes[1].presentedTo).toEqual({ name: "Comité départemental des services aux familles" });
});

test("the last newsletter, the documents of a year, those of a scheme", async () => {
  expect((await documentsOf("ZZ", "first: 1, kinds: [NEWSLETTER]")).nodes[0]).toMatchObject({ publishedOn: "2026-06-15" });
  expect((await documentsOf("ZZ", "first: 10, year: 2023", "id")).nodes).toEqual([{ id: "ZZ-evaluation-2020-2023" }]);
  const { data } = await hub.query('{ scheme(department: "ZZ", startYear: 2020) { documents { id scheme { title } } } }');
  expect(data.scheme.documents).toEqual([
    { id: "ZZ-evaluation-2020-2023", scheme: { title: expect.stringContaining("2020-2023 (démonstration)") } },
  ]);
});

describe("a file of documents", () => {
  const [first] = csvRows("data/demonstration/documents.csv");
  const row = (changes: Record<string, string>) => ({
    ...Object.fromEntries(Object.keys(first!).map((column) => [column, ""])),
    id: "67-x",
    territoires: "DEPARTMENT:67|DEPARTMENT:68",
    type: "STUDY",
    titre: "Étude commune",
    ...changes,
  });
  const send = (...rows: Record<string, string>[]) => importRows(hub.databaseUrl, ["cdsf", "documents"], rows);

  test("may tell of two departments, and of one again", async () => {
    const id = async (department: string) => (await documentsOf(department, "first: 1", "id about { id }")).nodes;
    await send(row({}));
    expect(await id("67")).toEqual([{ id: "67-x", about: [{ id: "DEPARTMENT:67" }, { id: "DEPARTMENT:68" }] }]);
    expect(await id("68")).toHaveLength(1);
    await send(row({ territoires: "DEPARTMENT:67" }));
    expect(await id("67")).toHaveLength(1);
    expect(await id("68")).toEqual([]);
    await send(row({}));
    expect(await id("68")).toHaveLength(1);
  });

  test.each([
    [{ territoires: "" }, "territoires", "", "cellule vide"],
    [{ territoires: "67" }, "territoires", "67", /^attendu : un échelon et un code/],
    [{ territoires: "DEPARTMENT:67|COMMUNE:99999" }, "", "99999", /^aucun territoire n'a ce code \(commune\)/],
    [{ id: "52-y" }, "id", "52-y", /commence par le code du premier territoire/],
    [{ type: "SYNTHESIS" }, "annee", "", /de quelle année est ce document/],
    [{ type: "EVALUATION" }, "schema", "", /de quel schéma est cette évaluation/],
    [{ type: "LETTRE" }, "type", "LETTRE", /SYNTHESIS/],
    [{ transmis: "MINISTRE 2026-01-30" }, "transmis", "MINISTRE 2026-01-30", /par exemple MINISTER 2026-01-30$/],
    [{ transmis: "MINISTER 2026-02-30" }, "transmis", "MINISTER 2026-02-30", /un destinataire et un jour/],
    [{ adopte_le: "2999-01-01" }, "adopte_le", "2999-01-01", /^ce jour est à venir/],
    [{ transmis: "CNAF 2999-01-01" }, "transmis", "CNAF 2999-01-01", /^ce jour est à venir/],
    [{ presente_a: "67-CDSF" }, "presente_le", "", /dites quel jour$/],
    [{ presente_a: "67-RIEN", presente_le: "2026-01-01" }, "presente_a", "67-RIEN", /ne connaît pas cet identifiant/],
    [{ schema: "67-1999" }, "schema", "67-1999", /ne connaît pas cet identifiant/],
    [{ annexes: "67-y" }, "annexes", "67-y", "un document n'est pas sa propre annexe"],
    [{ annexes: "67-perdu" }, "annexes", "67-perdu", /ne connaît pas cet identifiant/],
    [{ contenu: "INSPECTION_REVIEW:oui" }, "contenu", "INSPECTION_REVIEW:oui", /aucun contenu n'est exigé/],
    [
      { type: "SYNTHESIS", annee: "2025", contenu: "RIEN:oui" },
      "contenu",
      "RIEN:oui",
      /attendu : FOLLOW_UP_INDICATORS, INSPECTION_REVIEW$/,
    ],
    [{ adresse: "javascript:alert(1)" }, "adresse", "javascript:alert(1)", /une adresse qui commence par https/],
    [{ sha256: "abc" }, "sha256", "abc", /SHA-256/],
    [{ territoires: "DEPARTMENT:67|DEPARTMENT:ZZ" }, "territoires", "DEPARTMENT:67|DEPARTMENT:ZZ", /fictif/],
    [{ schema: "ZZ-2024" }, "schema", "ZZ-2024", /d'un des territoires de la ligne/],
    [{ annexes: "ZZ-reglement" }, "annexes", "ZZ-reglement", /d'un des territoires de la ligne/],
    [{ annexes: "67-x|67-x" }, "annexes", "67-x|67-x", /figure deux fois/],
    [{ transmis: "CAF 2026-01-01|CAF 2026-01-01" }, "transmis", "CAF 2026-01-01|CAF 2026-01-01", /figure deux fois/],
    [{ annee: "2025", transmis: "MINISTER 1850-01-01" }, "transmis", "MINISTER 1850-01-01", /bien avant l'année/],
    [{ adopte_le: "2025-02-01", publie_le: "2025-01-31" }, "publie_le", "2025-01-31", /précède l'adoption/],
    [{ adresse: "https://qui:secret@exemple.fr/" }, "adresse", "https://qui:secret@exemple.fr/", /ni nom, ni mot de passe/],
    [{ id: "67-a/../b" }, "id", "67-a/../b", /100 signes au plus/],
    [{ editeur: "Caf" }, "document", "", /les trois cellules vont ensemble/],
  ])("with %j is refused, at its column", async (changes, column, value, reason) => {
    const { rejected, written } = await send(row({ id: "67-y", ...changes }));
    expect(written).toBe(false);
    expect(rejected).toMatchObject([
      { line: 2, value, reason: typeof reason === "string" ? reason : expect.stringMatching(reason), ...(column && { column }) },
    ]);
    expect(
      (await hub.query('{ territory(level: DEPARTMENT, code: "67") { documents(first: 10) { nodes { id } } } }')).data.territory.documents
        .nodes,
    ).not.toContainEqual({ id: "67-y" });
  });

  test("of which one is an annex of its own annexes is refused", async () => {
    const { rejected, written } = await send(
      row({ id: "67-a", annexes: "67-b" }),
      row({ id: "67-b", annexes: "67-a" }),
      row({ id: "67-c", annexes: "67-a" }),
    );
    expect(written).toBe(false);
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([
      [2, "annexes"],
      [3, "annexes"],
    ]);
  });
});
