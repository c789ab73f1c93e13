/** Mulberry32: a seed always gives the same draws. One seed a file, so that a change in one leaves the others as they are. */
export function seeded(seed: number) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  return {
    /** An integer, both ends included. */
    integer,
    among: <T>(list: readonly T[]): T => list[integer(0, list.length - 1)]!,
    chance: (probability: number) => next() < probability,
    shuffled: <T>(list: readonly T[]): T[] =>
      list
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
}
