/** A number that the world has, whoever tells it: of one quantity, perimeter and year, as long as it is not revised. */
export interface Unknown {
  id: string;
  /** Null: nobody told it. */
  value: number | null;
  /** The least that it can be if it is withheld: zeros are shown. */
  floor: number;
  kind: "TOLD" | "UNTOLD" | "COMPLEMENT";
  /** How wide the interval must be that is left to who looks for it; 0: it is not protected. */
  width: number;
  /** Whether a rule withholds it for itself. */
  isSmall: boolean;
  isAmount: boolean;
  /** One establishment makes it up, and knows it whatever is shown. */
  isKnownToOne: boolean;
  /** What is lost where it is not shown. */
  weight: number;
  department: string;
}

/** lower ≤ Σ coefficient × unknown ≤ upper: all that is shown or known is of this form. */
export interface Statement {
  id: string;
  /** TELLS: an unknown is shown. RANGE: a printed rate, or a rounding, bounds it. */
  kind: "TELLS" | "SUM" | "COMPLEMENT" | "RANGE";
  terms: [unknown: number, coefficient: number][];
  lower: number;
  upper: number;
  /** ALWAYS: holds by definition. KNOWN: cannot be withheld any more. WITHHELD: never was shown. OPEN: to be decided. */
  state: "ALWAYS" | "KNOWN" | "WITHHELD" | "OPEN";
  /** KNOWN from others than the hub: what they made public themselves. */
  isPublic: boolean;
  /** The statements of one decision are shown together, or not: a rate is two bounds. */
  decision: string;
  /** Of a sum over a wide territory: it does not tie its parts into one block. */
  isWide: boolean;
  /** A rate of small numbers: withheld for itself, since a small count is read from it, and it says little. */
  isSmall: boolean;
  weight: number;
}

/** All that is told of some numbers, and what has to be protected. */
export interface Problem {
  unknowns: Unknown[];
  statements: Statement[];
}

/** A table in whole numbers that fits all that is shown: what differs from the truth in it, by unknown. */
export type Changes = ReadonlyMap<number, number>;
