const prefix = "hub : ";

/** French, of a number that the hub itself has computed: who, and how. */
export const computedByHub = (how: string) => `${prefix}${how}`;

/** Whether the hub itself computed a number, and not who transmitted it. */
export const isComputedByHub = (computedBy: string | null): boolean => /^\s*hub\s*:/i.test(computedBy ?? "");

/** The same number, as its producer tells it to another hub. */
export const computedByProducer = (computedBy: string | null) => computedBy?.replace(prefix, "producteur : ") ?? null;

/** Whether the hub itself computed a number, in SQL. @param o the alias of an observation */
export const computedByHubIn = (o: string) => `coalesce(starts_with(${o}.computed_by, '${prefix}'), false)`;
