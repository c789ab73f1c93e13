import { titles } from "../measures/cases.ts";
import type { Import } from "../measures/import.ts";
import type { Measured, Sample } from "../measures/measure.ts";
import type { Starts } from "../measures/starts.ts";
import { names } from "../systems/systems.ts";
import { median } from "./statistics.ts";

/** What issue 8 asks for, and what was measured of it. */
export interface Bar {
  what: string;
  asked: string;
  measured: string;
  met: boolean;
}

type Title = (typeof titles)[keyof typeof titles];
type Name = (typeof names)[keyof typeof names];

/** Three digits of it. */
const shown = (value: number) => String(Number(value.toPrecision(3)));

/** Of all that a request costs, PostgreSQL counted. */
export function wholeCpuMs({ gatewayCpuMs, subgraphsCpuMs, postgresCpuMs }: Sample): number {
  return gatewayCpuMs + subgraphsCpuMs + postgresCpuMs;
}

/** The median of what each round of one system is to the same round of another. */
export function ratioOf(one: readonly Sample[], other: readonly Sample[], of: (sample: Sample) => number): number {
  return median(one.map((sample, round) => of(sample) / of(other[round]!)));
}

export function barsOf(measured: readonly Measured[], starts: Starts, imported: Import): Bar[] {
  const roundsOf = (title: Title, name: Name) => measured.find((each) => each.title === title && each.system.name === name)!.rounds;
  const ratio = (title: Title, one: Name, other: Name, of: (sample: Sample) => number) =>
    ratioOf(roundsOf(title, one), roundsOf(title, other), of);
  const atLeast = (what: string, least: number, value: number): Bar => ({
    what,
    asked: `≥ ${least} ×`,
    measured: `${shown(value)} ×`,
    met: value >= least,
  });
  const atMost = (what: string, most: number, value: number, unit: string): Bar => ({
    what,
    asked: `≤ ${most} ${unit}`,
    measured: `${shown(value)} ${unit}`,
    met: value <= most,
  });
  const faster = (title: Title, name: Name, least: number) =>
    atLeast(
      `${title}: ${name}, requests/s of ${names.apollo}`,
      least,
      ratio(title, name, names.apollo, (sample) => sample.requestsPerSecond),
    );
  const lighter = (title: Title) =>
    atLeast(
      `${title}: CPU of the gateway, ${names.hive} against ${names.apart}`,
      1.5,
      ratio(title, names.hive, names.apart, (sample) => sample.gatewayCpuMs),
    );
  const cpu = (title: Title, name: Name, most: number) =>
    atMost(`${title}: ${name}, CPU with PostgreSQL's, of ${names.sql}`, most, ratio(title, name, names.sql, wholeCpuMs), "×");
  const memory = Math.max(
    ...measured.filter(({ system }) => system.name === names.hub).flatMap(({ rounds }) => rounds.map(({ memoryMb }) => memoryMb)),
  );
  return [
    faster(titles.view, names.rowsShared, 10),
    faster(titles.view, names.hub, 50),
    faster(titles.distinct, names.hub, 4),
    faster(titles.distinctCold, names.hub, 4),
    faster(titles.national, names.rowsShared, 7),
    faster(titles.national, names.hub, 60),
    lighter(titles.view),
    lighter(titles.national),
    lighter(titles.commune),
    cpu(titles.view, names.rowsShared, 1),
    cpu(titles.viewCold, names.hub, 2.5),
    atMost(`${names.hub}: most resident memory at the end of a load`, 300, memory, "MB"),
    atMost("later start", 2.5, median(starts.later) / 1000, "s"),
    atMost("first start", 15, starts.first / 1000, "s"),
    atLeast("import: rows/s of COPY", 0.4, median(imported.copyMs) / median(imported.importMs)),
  ];
}
