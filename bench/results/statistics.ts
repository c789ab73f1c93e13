export function median(values: number[]): number {
  return percentile(values, 50);
}

/** The smallest value that `percent` % of them do not exceed; for an even number, the median is the mean of the middle two. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length * percent) / 100;
  if (Number.isInteger(position) && percent === 50) return (sorted[position - 1]! + sorted[position]!) / 2;
  return sorted[Math.ceil(position) - 1]!;
}
