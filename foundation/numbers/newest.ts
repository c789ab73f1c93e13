/** SQL over rows of observations; `o` is the alias of one. */

/** The day of a number's edition: one that was transmitted is of the day on which it was recorded. */
export const editionOf = (o: string) => `coalesce(${o}.edition, ${o}.recorded_at::date)`;

/** The order of the rows of a number: that which counts is of the newest edition, and the last that was received of it. */
export const newestFirst = (o: string) => `${editionOf(o)} desc, ${o}.recorded_at desc, ${o}.id desc`;

/** Whether a number was known at an instant: since its publication, or since the hub recorded it. */
export const wasKnown = (o: string, instant: string) =>
  `coalesce(${o}.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', ${o}.recorded_at)) <= ${instant}`;
