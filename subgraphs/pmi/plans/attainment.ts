/** Controls done for those planned, in %, rounded to a tenth; null where none was planned. */
export function attainmentOf(done: number, planned: number): number | null {
  return planned === 0 ? null : Math.round((done / planned) * 1000) / 10;
}
