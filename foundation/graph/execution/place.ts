/** Where an object or a list stands in an answer: the way to it, and what becomes null where a value in it cannot be given. */
export class Place {
  /** Whether it has become null for what is in it; what holds it may be null without its knowing. */
  isNull = false;

  constructor(
    /** Of what holds it; undefined for the whole data. */
    readonly prev: Place | undefined,
    readonly key: string | number,
    /** The object type whose field it is; undefined for an item of a list. */
    readonly typename: string | undefined,
    private readonly container: Container,
    private readonly nullable: boolean,
  ) {}

  /** Makes it null, or the nearest that holds it and may be. */
  lose(): void {
    this.isNull = true;
    if (this.nullable) this.container[this.key] = null;
    else this.prev!.lose();
  }

  isInNull(): boolean {
    return this.isNull || (this.prev?.isInNull() ?? false);
  }
}

/** An object or a list that is being written. */
export type Container = Record<string | number, unknown>;

/** An object without prototype, so that a field may have any name; `Object.create(null)` is one too, and slower to fill. */
export const Data = function Data() {} as unknown as new () => Container;
Data.prototype = Object.create(null);
