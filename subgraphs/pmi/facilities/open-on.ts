/**
 * SQL: whether a facility is open on a day. On the day of the opening it is, on the day of the closure no longer; where the opening is not
 * known, from the day on which the source describes it.
 * @param facility alias of its row
 * @param day an expression
 */
export function openOn(facility: string, day: string): string {
  return `(${facility}.opened_on <= ${day} or ${facility}.opened_on is null and ${facility}.stated_on <= ${day})
    and (${facility}.closed_on is null or ${facility}.closed_on > ${day})`;
}

/** SQL: whether it is open on the day on which its source describes it. @param facility alias of its row */
export function describedAsOpen(facility: string): string {
  return openOn(facility, `${facility}.stated_on`);
}
