/**
 * The facilities that are open on a day, as a condition of MikroORM: on the day of the opening they are, on the day of the closure
 * no longer; where the opening is not known, from the day on which the source describes them.
 * @param day AAAA-MM-JJ
 */
export function openOn(day: string) {
  return {
    $and: [
      { $or: [{ openedOn: { $lte: day } }, { openedOn: null, statedOn: { $lte: day } }] },
      { $or: [{ closedOn: null }, { closedOn: { $gt: day } }] },
    ],
  };
}
