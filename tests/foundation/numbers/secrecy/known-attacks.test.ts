import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "../../../../foundation/imports/dataset.ts";
import { type Hub, startHub } from "../../../hub.ts";
import { importInto } from "../../../import-into.ts";
import { smallAlone } from "./small-alone.ts";
import { intervals, type Knowledge, rounding } from "./attacker.ts";

/** Attacks that found numbers once: partners send what real partners would, and whoever reads the graph reasons by linear programming. */

/** The hub as it is, and one that withholds small numbers and nothing else: each attack must find its number there. */
describe.each([
  ["the engine", undefined],
  ["small numbers alone", smallAlone],
] as const)("under %s", (_, protect) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const expectHidden = (bounds: [number, number] | undefined) => {
    const [least, most] = bounds!;
    if (protect) expect(most - least).toBeLessThan(width);
    else expect(most - least + rounding).toBeGreaterThanOrEqual(width);
  };

  const width = 10;
  /** A real EPCI of six communes in 2023, of which the last went to another one in 2024. */
  const epci = "245801063";
  const [stayed, moved] = [["58072", "58152", "58158", "58260", "58273"], "58238"];

  interface Line {
    indicateur: string;
    niveau: "COMMUNE" | "EPCI";
    territoire: string;
    annee: number;
    valeur: number;
    numerateur?: number;
    denominateur?: number;
    perimetre: number;
  }

  async function send(lines: Line[], weaker: Dataset["protect"] = protect): Promise<void> {
    const rows = lines.map(({ numerateur = "", denominateur = "", ...line }) => {
      const unite = numerateur === "" ? "enfants" : "%";
      return { ...line, unite, statut: "PUBLISHED", numerateur, denominateur, millesime: line.annee, remarque: "" };
    });
    const { rejected } = await importInto(hub.databaseUrl, "caf", "observations", stringify(rows, { header: true }), {
      ...(weaker && { protect: weaker }),
    });
    expect(rejected).toEqual([]);
  }

  async function publish(rows: { indicateur: string; territoire: string; valeur: number; unite: string }[], annee: number): Promise<void> {
    const document = { editeur: "Caf", document: "Portrait de territoire", millesime: annee, valeur_imprimee: "", remarque: "" };
    const lines = rows.map((row) => ({ ...row, niveau: "COMMUNE", annee, numerateur: "", denominateur: "", ...document }));
    const { rejected } = await importInto(hub.databaseUrl, "caf", "published-values", stringify(lines, { header: true }));
    expect(rejected).toEqual([]);
  }

  interface Seen {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
  }

  /** All that the graph ever showed of a number, oldest first. */
  async function seen(measure: string, level: string, code: string, year: number): Promise<Seen[]> {
    const { data } = await hub.query("query ($id: ID!) { value(id: $id) { revisions { value numerator denominator } } }", {
      id: `${measure}:${level}:${code}:${year}`,
    });
    return data.value.revisions.toReversed();
  }

  /** What is known of the numbers of these names: those that are shown, and how they add up. */
  function known(names: string[], shown: Map<string, number | null>, facts: Knowledge["facts"]): Map<string, [number, number]> {
    const told = [...shown].flatMap(([id, value]): Knowledge["facts"] =>
      value === null ? [] : [{ lower: value, upper: value, terms: [[id, 1]] }],
    );
    return intervals({ floors: new Map(names.map((name) => [name, 0])), facts: [...facts, ...told] })!;
  }

  const sum = (total: string, parts: string[]): Knowledge["facts"][number] => ({
    ...{ lower: 0, upper: 0 },
    terms: [...parts.map((part): [string, number] => [part, 1]), [total, -1]],
  });

  /** A printed rate, to a tenth. */
  const rate = (numerator: string, denominator: string, printed: number): Knowledge["facts"] => [
    {
      lower: 0,
      upper: 1e7,
      terms: [
        [numerator, 100],
        [denominator, -(printed - 0.05)],
      ],
    },
    {
      lower: -1e7,
      upper: 0,
      terms: [
        [numerator, 100],
        [denominator, -(printed + 0.05)],
      ],
    },
  ];

  const widthOf = ([least, most]: [number, number]) => most - least + rounding;

  test("perimeter in time: the total of an EPCI before a commune left it, and the parts of after", async () => {
    const numbers = [40, 30, 25, 20, 15];
    await send([{ indicateur: "A09", niveau: "EPCI", territoire: epci, annee: 2023, valeur: 134, perimetre: 2023 }]);
    await send(
      [...stayed, moved].map((territoire, n) => ({
        ...{ indicateur: "A09", niveau: "COMMUNE" as const, territoire, annee: 2023, valeur: numbers[n] ?? 4, perimetre: 2024 },
      })),
    );
    const names = [...stayed, moved];
    const shown = new Map<string, number | null>([["total", (await seen("A09", "EPCI", epci, 2023))[0]!.value]]);
    for (const code of names) shown.set(code, (await seen("A09", "COMMUNE", code, 2023))[0]!.value);
    expect([...shown.values()].filter((value) => value !== null).length).toBeGreaterThan(2);
    const found = known([...names, "total"], shown, [sum("total", names)]);
    expectHidden(found.get(moved));
  });

  test("rounded rates: public places and public rates give the children of all communes but one; the total of the EPCI gives the last", async () => {
    const children = [120, 83, 131, 70];
    const places = [57, 41, 60, 33];
    const [small, ...large] = stayed as [string, ...string[]];
    const rates = large.map((_, n) => Math.round((1000 * places[n]!) / children[n]!) / 10);
    await publish(
      large.flatMap((territoire, n) => [
        { indicateur: "T1", territoire, valeur: places[n]!, unite: "places" },
        { indicateur: "B03", territoire, valeur: rates[n]!, unite: "places / 100 enfants < 3 ans" },
      ]),
      2024,
    );
    const common = { indicateur: "A01", annee: 2024, perimetre: 2024 };
    await send([
      { ...common, niveau: "EPCI", territoire: epci, valeur: children.reduce((a, b) => a + b) + 7 },
      { ...common, niveau: "COMMUNE", territoire: small, valeur: 7 },
    ]);
    const shown = new Map<string, number | null>([
      ["total", (await seen("A01", "EPCI", epci, 2024))[0]!.value],
      [small, (await seen("A01", "COMMUNE", small, 2024))[0]!.value],
      ...large.map((code, n): [string, number] => [`places of ${code}`, places[n]!]),
    ]);
    expect(shown.get(small)).toBeNull();
    const facts = [sum("total", stayed), ...large.flatMap((code, n) => rate(`places of ${code}`, code, rates[n]!))];
    const found = known([...stayed, "total", ...large.map((code) => `places of ${code}`)], shown, facts);
    expect(widthOf(found.get(large[0]!)!)).toBeLessThan(width); // the reasoning finds what others made public
    expectHidden(found.get(small));
  });

  test("complements: 27 of 30 leave three", async () => {
    const shares = [
      [27, 30],
      [20, 60],
      [30, 80],
    ] as const;
    await send(
      shares.map(([numerateur, denominateur], n) => ({
        ...{ indicateur: "A06", niveau: "COMMUNE" as const, territoire: stayed[n]!, annee: 2025, perimetre: 2025 },
        ...{ valeur: Math.round((1000 * numerateur) / denominateur) / 10, numerateur, denominateur },
      })),
      protect && (async () => []), // what is left is small, though no number of the line is
    );
    const [{ value, numerator, denominator }] = (await seen("A06", "COMMUNE", stayed[0]!, 2025)) as [Seen];
    const shown = new Map([
      ["part", numerator],
      ["whole", denominator],
    ]);
    const found = known(["part", "rest", "whole"], shown, [
      sum("whole", ["part", "rest"]),
      ...(value === null ? [] : rate("part", "whole", value)),
    ]);
    expectHidden(found.get("rest"));
  });

  test("memory: a late correction is compared with what was shown before it", async () => {
    const line = (niveau: Line["niveau"], territoire: string, valeur: number): Line => ({
      ...{ indicateur: "A09", niveau, territoire, annee: 2025, valeur, perimetre: 2025 },
    });
    const others = [15, 2, 40, 41];
    const file = (first: number) => [
      line("EPCI", epci, first + 98),
      line("COMMUNE", stayed[0]!, first),
      ...others.map((value, n) => line("COMMUNE", stayed[n + 1]!, value)),
    ];
    await send(file(12));
    await send(file(31));
    const shown = new Map<string, number | null>();
    const times = ["before", "after"] as const;
    for (const [level, code] of [
      ["EPCI", epci],
      ["COMMUNE", stayed[0]!],
    ] as const) {
      const versions = await seen("A09", level, code, 2025);
      expect(versions).toHaveLength(2);
      for (const [n, time] of times.entries()) shown.set(`${code} ${time}`, versions[n]!.value);
    }
    for (const code of stayed.slice(1)) shown.set(code, (await seen("A09", "COMMUNE", code, 2025)).at(-1)!.value);
    const facts = times.map((time) => sum(`${epci} ${time}`, [`${stayed[0]} ${time}`, ...stayed.slice(1)]));
    const found = known([...shown.keys()], shown, facts);
    expect(shown.get(stayed[2]!)).toBeNull();
    expectHidden(found.get(stayed[2]!));
  });
});
