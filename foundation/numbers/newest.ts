/** SQL over rows of observations; `o` is the alias of one. */

/** The day of a number's edition: one that was transmitted is of the day on which it was recorded. */
export const editionOf = (o: string) => `coalesce(${o}.edition, (${o}.recorded_at at time zone 'Europe/Paris')::date)`;

/** The order of the rows of a number: that which counts is of the newest edition, and the last that was received of it. */
export const newestFirst = (o: string) => `${editionOf(o)} desc, ${o}.recorded_at desc, ${o}.id desc`;

/** Whether a number still counts: its publication was not withdrawn. */
export const counts = (o: string) => `${o}.withdrawn_at is null`;

/** Whether a number counted at an instant: since its publication, or since the hub recorded it, until it was withdrawn. @param instant null: now */
export const countedAt = (o: string, instant: string) =>
  `case when ${instant} is null then ${counts(o)}
      else coalesce(${o}.published_on::timestamp at time zone 'Europe/Paris', date_trunc('milliseconds', ${o}.recorded_at)) <= ${instant}
        and (${o}.withdrawn_at is null or ${o}.withdrawn_at > ${instant}) end`;
