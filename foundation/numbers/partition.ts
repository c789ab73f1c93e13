/** A territory that is a part of another one of its level: 2A of 20, 69M of 69, a municipal district of its commune. */
export interface Tie {
  part: string;
  whole: string;
}

/**
 * What a list of territories of one level is added up over, so that nothing counts twice, and nothing is missing that is told in another cut:
 * a whole stands for its parts where it has a number and one of them has none, its parts for a whole that has none.
 * @param listed codes
 * @param isKnown whether a territory, listed or not, has a number
 */
export function partition(listed: readonly string[], ties: readonly Tie[], isKnown: (code: string) => boolean): Set<string> {
  const inList = new Set(listed);
  const partsOf = new Map([...Map.groupBy(ties, ({ whole }) => whole)].map(([whole, list]) => [whole, list.map(({ part }) => part)]));
  const wholeOf = new Map(ties.map(({ part, whole }) => [part, whole]));
  const standsForItsParts = (whole: string) => {
    const parts = partsOf.get(whole)!;
    return isKnown(whole) && (inList.has(whole) || (parts.every((part) => inList.has(part)) && !parts.every(isKnown)));
  };
  const counted = new Set<string>();
  for (const code of listed) {
    const whole = wholeOf.get(code);
    const parts = partsOf.get(code) ?? [];
    if (whole !== undefined && standsForItsParts(whole)) counted.add(whole);
    else if (!isKnown(code) && parts.some((part) => isKnown(part) || inList.has(part))) for (const part of parts) counted.add(part);
    else counted.add(code);
  }
  return counted;
}
