import { producedIndicator } from "../../foundation/numbers/indicator.ts";

export const FranceTravailIndicator = producedIndicator("FranceTravailIndicator", "France Travail");
