/** A kind of reasoning by which an attacker may come to know a number. Each can be left out, in tests that show that it is needed. */
export type Family = "vintages" | "rates" | "roundings" | "complements" | "memory" | "untold" | "linked" | "dominance" | "insiders";
