import { betweenMidnights } from "../../day.ts";
import { Generation } from "./generation.ts";
import type { Versions } from "./versions.ts";

/** What a process keeps of the data of its subgraphs: one generation each, and no older one. */
export class Generations {
  private readonly current = new Map<string, Generation>();
  /** The time without midnight in which the last generation began: looking for it takes a millisecond. */
  private days = { from: 0, until: 0 };

  /** @param maxBytes of what all of them keep */
  constructor(
    readonly versions: Versions,
    private readonly maxBytes: number,
  ) {}

  /**
   * The generation that a call begins with and keeps until its end.
   * @param schema of the subgraph
   * @throws where the server has to be asked for the version and does not answer
   */
  pin(schema: string): Generation | Promise<Generation> {
    const version = this.versions.current(schema);
    return typeof version === "string" ? this.of(schema, version) : version.then((answer) => this.of(schema, answer));
  }

  /** The one of this version and of this day, which takes the place of any other: that goes when the calls that pin it are over. */
  private of(schema: string, version: string): Generation {
    const known = this.current.get(schema);
    const now = Date.now();
    if (known?.version === version && known.holds(now)) return known;
    known?.retire();
    if (now < this.days.from || now >= this.days.until) this.days = betweenMidnights(now);
    const begun = new Generation(version, this.days, this.maxBytes, () => this.shrink());
    this.current.set(schema, begun);
    return begun;
  }

  /** The subgraph that keeps most gives up first, so that what is asked of one does not drive out what another keeps. */
  private shrink(): void {
    const all = [...this.current.values()];
    while (all.reduce((sum, { bytes }) => sum + bytes, 0) > this.maxBytes) {
      all.reduce((heaviest, each) => (each.bytes > heaviest.bytes ? each : heaviest)).forgetOne();
    }
  }
}
