import { describe, expect, test } from "vitest";
import type { Layout } from "../../../../foundation/imports/envelope/layout.ts";
import { workbookOf } from "../workbook.ts";
import { type ReadFile, readFile } from "./read-file.ts";

const layout: Layout = { required: ["code", "valeur"], nameOf: (name) => name.toLowerCase() };
const read = (bytes: Buffer | string, changes: Partial<Layout> = {}): Promise<ReadFile> => readFile(bytes, { ...layout, ...changes });
const cells = (file: ReadFile) => file.lines.map((line) => line.cells);
const expected = [
  { code: "52", valeur: "12,5" },
  { code: "2A", valeur: "é" },
];

describe("a text's letters", () => {
  const text = "code;valeur\n52;12,5\n2A;é\n";
  const big = Buffer.from(text, "utf16le").swap16();
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without", Buffer.from(text, "utf16le")],
    ["UTF-16, the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ["UTF-16, the other way round, without its mark", big],
  ])("in %s are read", async (_, bytes) => {
    expect(cells(await read(bytes))).toEqual(expected);
  });

  test.each([
    [
      "mixed",
      Buffer.concat([Buffer.from("code;valeur\n52;é\n"), Buffer.from("53;é\n", "latin1")]),
      /^La ligne 2 \(.*\) mêle deux encodages/,
    ],
    ["encoded twice", "code;valeur\n52;a\n53;mÃ©decin\n", /^La ligne 3 \(« …53;mÃ©decin… »\) contient des lettres encodées deux fois/],
    ["encoded twice, a quote", "code;valeur\n52;lâ€™eau\n", /^La ligne 2 .* encodées deux fois/],
    ["lost", "code;valeur\n52;m\ufffddecin\n", /^La ligne 2 .* des lettres ont été perdues/],
    ["of no encoding", Buffer.from([...Buffer.from("code;valeur\n52;"), 0x81, 0xe9, 0x0a]), /^La ligne 2 .* d'aucun encodage reconnu/],
    ["none", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 9]), /n'est ni un texte/],
  ])("%s are refused, with the place", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  test("that are rare in French and right are no mistake", async () => {
    expect(cells(await read("code;valeur\n52;São Paulo, Âge, Œuvre, 12 €\n"))).toEqual([
      { code: "52", valeur: "São Paulo, Âge, Œuvre, 12 €" },
    ]);
  });
});

describe("a table among other lines", () => {
  test("its title, its remarks and blank lines are left out, and counted", async () => {
    const file = await read("Tableau 3, données 2023;\n;\ncode;valeur\n52;12,5\n\n2A;é\nSource : Drees.;\nNote de lecture : rien;\n");
    expect(cells(file)).toEqual(expected);
    expect(file.leftOut).toEqual([
      { line: 1, reason: "titre ou remarque avant l'en-tête" },
      { line: 2, reason: "ligne vide" },
      { line: 5, reason: "ligne vide" },
      { line: 7, reason: "remarque de l'éditeur" },
      { line: 8, reason: "remarque de l'éditeur" },
    ]);
  });

  test("a line that has only a code is none of them: it is data, for whoever checks it", async () => {
    expect((await read("code;valeur\n52;\n")).lines).toEqual([{ line: 2, cells: { code: "52", valeur: "" } }]);
  });

  test("« sep= » says the separator, and the lines keep their numbers", async () => {
    expect((await read("sep=\t\ncode\tvaleur\n52\ta;b;c\n")).lines).toEqual([{ line: 3, cells: { code: "52", valeur: "a;b;c" } }]);
  });

  test("the separator is the one that the header has, however many others its cells have", async () => {
    expect(cells(await read("code;valeur\n52;a,b,c,d,e\n"))).toEqual([{ code: "52", valeur: "a,b,c,d,e" }]);
  });
});

describe("a line that is not as long as the header", () => {
  const shapeOf = async (line: string) => (await read(`code;valeur;nom\n${line}\n53;2;b\n`)).lines[0]!.misshapen;

  test("is named", async () => {
    expect(await shapeOf("52;1")).toEqual({ value: "", reason: "la ligne a 2 cellules au lieu de 3 : est-elle coupée ?" });
    expect(await shapeOf("52;1;a;")).toMatchObject({ value: "", reason: expect.stringContaining("plus de cellules que l'en-tête") });
    expect(await shapeOf("52;1;a;z")).toMatchObject({ value: "z" });
    expect(await shapeOf("52;1;a")).toBeUndefined();
  });

  test("is right where all end with one separator more", async () => {
    expect((await read("code;valeur\n52;1;\n53;2;\n")).lines.map(({ misshapen }) => misshapen)).toEqual([undefined, undefined]);
  });

  test("and that nothing ends is where the file was cut", async () => {
    await expect(read("code;valeur\n52;1\n53")).rejects.toThrow("La dernière ligne (3) n'a que 1 cellules au lieu de 2");
  });
});

describe("a workbook's cells are what the sheet shows", () => {
  test.each([
    [{ value: 0.85, format: "0%" }, "85%"],
    [{ value: 0.8512, format: "0.0%" }, "85.1%"],
    [{ value: 5000, format: "#,##0" }, "5000"],
    [{ value: 1234567.5, format: "# ##0.00" }, "1234 567.50"],
    [0.1 + 0.2, "0.3"],
    [200068658, "200068658"],
    [123456789012, "123456789012"],
    [new Date("2015-12-31"), "2015-12-31"],
    ["01004", "01004"],
    [{ error: "#N/A" }, "#N/A"],
    [null, ""],
  ])("%j is « %s »", async (cell, shown) => {
    const { lines } = await read(
      workbookOf([
        ["code", "valeur"],
        ["x", cell],
      ]),
    );
    expect(lines[0]!.cells.valeur).toBe(shown);
  });

  test("the sheet that has the layout is read, and two that have are refused by their names", async () => {
    const table = [
      ["code", "valeur"],
      ["52", "12,5"],
    ];
    expect(cells(await read(workbookOf([["Description"]], { Données: [["Titre"], ...table] })))).toEqual([expected[0]]);
    await expect(read(workbookOf(table, { "Année 2024": table }))).rejects.toThrow(
      /\(« Feuille1 », « Année 2024 »\) : enregistrez chacune/,
    );
  });
});

test.each([
  ["a list", '[{"code":"52","valeur":12.5,"nom":null}]'],
  ["one object a line", '{"code":"52","valeur":12.5,"nom":null}\n{"code":"53","valeur":1,"nom":null}\n'],
  ["an API's answer", '{"total_count":1,"results":[{"code":"52","valeur":12.5,"nom":null}]}'],
  ["an API's records", '{"records":[{"recordid":"a","fields":{"code":"52","valeur":12.5,"nom":null}}]}'],
  [
    "GeoJSON",
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"code":"52","valeur":12.5,"nom":null}}]}',
  ],
])("JSON as %s is read, null as an empty cell", async (_, text) => {
  expect(cells(await read(text))[0]).toEqual({ code: "52", valeur: "12.5", nom: "" });
});

test.each(['{"a":1}', '[{"code":1}', "[1]", '{"code":1}\n{"code":'])("%s is no list of records", async (text) => {
  await expect(read(text)).rejects.toThrow(/JSON|L'élément 1/);
});

describe("a table with one column a year", () => {
  const wide = { year: "annee", value: "valeur" };
  const wideLayout = { required: ["code", "annee", "valeur"], wide };

  test.each(["code;2022;2023\n52;1;2\n", "code;2022.0;2023.0\n52;1;2\n", "code;2022-01-01;2023-01-01\n52;1;2\n"])(
    "is one line a year",
    async (text) => {
      expect((await read(text, wideLayout)).lines).toEqual([
        { line: 2, cells: { code: "52", annee: "2022", valeur: "1" } },
        { line: 2, cells: { code: "52", annee: "2023", valeur: "2" } },
      ]);
    },
  );

  test("that has its lines already stays as it is", async () => {
    expect(cells(await read("code;annee;valeur\n52;2022;1\n", wideLayout))).toEqual([{ code: "52", annee: "2022", valeur: "1" }]);
  });
});
