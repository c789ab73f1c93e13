import "reflect-metadata";
import { expect, test } from "vitest";
import { type Hub, migratedDatabase, startHub } from "../../../hub.ts";
import { importInto } from "../../../import-into.ts";
import { independent, intervals, type Knowledge, rounding } from "./attacker.ts";
import { smallAlone } from "./small-alone.ts";
import {
  draw,
  fileOf,
  membersOf,
  numberOf,
  perimeterFiles,
  quantities,
  revise,
  sums,
  type Truth,
  withdraw,
  years,
} from "./generated-departments.ts";

const width = 10;

interface Seen {
  value: number | null;
  status: string;
  numerator: number | null;
  denominator: number | null;
  recordedAt: string | null;
}

/** What the graph shows of a year at one moment, by `indicator level territory`. */
type Snapshot = Map<string, Seen>;
const moments = [0, 1] as const;
type Moment = (typeof moments)[number];

const seen = "value status numerator denominator recordedAt";
const page = `query ($code: ID!, $year: Int!, $level: TerritoryLevel!, $first: DateTime!, $after: String) {
  indicator(code: $code) {
    values(years: [$year], level: $level, first: 100, after: $after) {
      nodes { id before: observation(asOf: $first) { ${seen} } now: observation { ${seen} } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const asked = ["COMMUNE", "EPCI", "DEPARTMENT", "REGION"].flatMap((level) => ["A01", "A05", "A06"].map((code) => ({ level, code })));

/** Reads all that the graph shows of a year, as it was first and as it is. */
async function snapshots(hub: Hub, year: number, first: string): Promise<[Snapshot, Snapshot]> {
  const read: [Snapshot, Snapshot] = [new Map(), new Map()];
  for (const { level, code } of asked) {
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const { data, errors } = await hub.query(page, { code, year, level, first, after });
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.indicator.values;
      for (const { id, before, now } of nodes) {
        const [measure, , territory] = id.split(":");
        read[0].set(`${measure} ${level} ${territory}`, before);
        read[1].set(`${measure} ${level} ${territory}`, now);
      }
      hasNext = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
  }
  return read;
}

type Quantity = (typeof quantities)[number];

/** A number, or the name of one that is not shown. */
type Told = number | string;

/** Where the graph says how many there are: in a count, or in the margins of a rate. */
function rowsOf(snapshot: Snapshot, quantity: Quantity, territory: string) {
  const row = (code: string) => snapshot.get(`${code} ${territory}`)!;
  const rate = { row: row("A06"), floor: 0 };
  switch (quantity) {
    case "children":
      return [
        { row: row("A01"), floor: 1, number: row("A01").value },
        { ...rate, number: rate.row.denominator },
      ];
    case "lone-parent children":
      return [{ ...rate, number: rate.row.numerator }];
    case "families":
      return [{ row: row("A05"), floor: 1, number: row("A05").value }];
  }
}

/** What the snapshots of a year say together: sums, shares, and that a zero would have been shown. */
function whatIsKnown(read: [Snapshot, Snapshot]): Knowledge & { told(quantity: Quantity, territory: string, moment: Moment): Told } {
  const floors = new Map<string, number>();
  const facts: Knowledge["facts"] = [];

  /** A row that was not recorded again is the same unknown as before. */
  function told(quantity: Quantity, territory: string, moment: Moment): Told {
    const rows = rowsOf(read[moment], quantity, territory);
    const shown = rows.find(({ number }) => number !== null);
    if (shown) return shown.number!;
    const hidden = rows.find(({ row }) => row.status === "SUPPRESSED");
    const id = hidden
      ? `${quantity} ${territory} of ${hidden.row.recordedAt}, ${hidden.floor} or more`
      : `${quantity} ${territory} not told at ${moment}`;
    floors.set(id, hidden?.floor ?? 0);
    return id;
  }

  function state(members: [member: Told, sign: number][], isEqual: boolean): void {
    const rest = members.reduce((sum, [member, sign]) => sum - sign * (typeof member === "number" ? member : 0), 0);
    const terms = members.filter((member): member is [string, number] => typeof member[0] === "string");
    if (terms.length > 0) facts.push({ lower: isEqual ? rest : Number.NEGATIVE_INFINITY, upper: rest, terms });
  }

  for (const moment of moments) {
    for (const quantity of quantities) {
      const signed = (territory: string, sign: number): [Told, number] => [told(quantity, territory, moment), sign];
      for (const { total, parts } of sums) state([signed(total, -1), ...parts.map((part) => signed(part, 1))], true);
    }
    for (const territory of membersOf.keys()) {
      const [lone, children] = [told("lone-parent children", territory, moment), told("children", territory, moment)];
      state(
        [
          [lone, 1],
          [children, -1],
        ],
        false,
      );
    }
  }
  return { floors, facts, told };
}

/** What is known is so: each number that is shown, and each fact about those that are not. */
function expectTrue({ told, floors, facts }: ReturnType<typeof whatIsKnown>, year: number, truths: [Truth, Truth]): void {
  const truthOf = new Map<string, number>();
  for (const moment of moments)
    for (const territory of membersOf.keys())
      for (const quantity of quantities) {
        const [what, truth] = [told(quantity, territory, moment), numberOf(truths[moment], territory, year, quantity)];
        if (typeof what === "string") truthOf.set(what, truth);
        else expect(what, `${year} ${quantity} ${territory}`).toBe(truth);
      }
  for (const [id, floor] of floors) expect(truthOf.get(id), `${year} ${id}`).toBeGreaterThanOrEqual(floor);
  const isFalse = ({ lower, upper, terms }: Knowledge["facts"][number]) => {
    const sum = terms.reduce((total, [id, coefficient]) => total + coefficient * truthOf.get(id)!, 0);
    return !(lower - rounding < sum && sum < upper + rounding);
  };
  expect(facts.filter(isFalse)).toEqual([]);
}

/** What an attacker finds: numbers under eleven and withheld counts that he bounds too closely, and withheld rates that he can compute. */
async function breaches(hub: Hub, year: number, first: string, truths: [Truth, Truth]): Promise<string[]> {
  const read = await snapshots(hub, year, first);
  const known = whatIsKnown(read);
  expectTrue(known, year, truths);
  const found = new Map(independent(known).flatMap((part) => [...intervals(part, width)!]));
  return moments.flatMap((moment) =>
    [...membersOf.keys()].flatMap((territory) => {
      const isSuppressed = (code: string) => read[moment].get(`${code} ${territory}`)!.status === "SUPPRESSED";
      const [children, lone, families] = quantities.map((quantity) => {
        const told = known.told(quantity, territory, moment);
        const truth = numberOf(truths[moment], territory, year, quantity);
        const [least, most] = typeof told === "number" ? [told, told] : found.get(told)!;
        const isNarrow = most - least < width - rounding;
        return { isNarrow, isGivenAway: isNarrow && truth > 0 && truth <= width };
      });
      const isBreached = {
        A01: children!.isGivenAway || (isSuppressed("A01") && children!.isNarrow),
        A05: families!.isGivenAway || (isSuppressed("A05") && families!.isNarrow),
        A06: lone!.isGivenAway || (isSuppressed("A06") && children!.isNarrow && lone!.isNarrow),
      };
      return Object.entries(isBreached).flatMap(([code, breached]) => (breached ? `${code} ${territory} ${year}` : []));
    }),
  );
}

/** The hub with a file and its correction, without what was refused of it. */
async function attack(complementary: boolean, attacked: number[]): Promise<string[]> {
  const database = await migratedDatabase();
  await using hub = await startHub({ databaseUrl: database.url });
  const send = async (name: string, datasetName: string, bytes: Buffer) => {
    const protection = datasetName === "observations" && !complementary ? { protect: smallAlone } : {};
    const { rejected } = await importInto(database.url, name, datasetName, bytes, { fileName: "generated", ...protection });
    return rejected.map(({ line }) => line);
  };
  const truth = draw();
  const corrected = revise(truth);
  for (const [subgraph, dataset, bytes] of perimeterFiles()) expect(await send(subgraph, dataset, bytes)).toEqual([]);
  expect(await send("caf", "observations", fileOf(truth, attacked))).toEqual([]);
  const first = new Date().toISOString();
  for (let refused = [0]; refused.length > 0; withdraw(corrected, truth, attacked, refused))
    refused = await send("caf", "observations", fileOf(corrected, attacked));
  const found: string[] = [];
  for (const year of attacked) found.push(...(await breaches(hub, year, first, [truth, corrected])));
  await hub.close();
  await database.drop();
  return found;
}

test("of four hundred departments, no withheld number can be bounded closer than its protection", async () => {
  expect(membersOf.size * years.length).toBeGreaterThan(4_000);
  expect(await attack(true, years)).toEqual([]);
}, 300_000);

test("without complementary suppression, the same attack finds withheld numbers", async () => {
  expect((await attack(false, years.slice(0, 1))).length).toBeGreaterThan(100);
}, 300_000);
