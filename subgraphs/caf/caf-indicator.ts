import { producedIndicator } from "../observations/indicator.ts";

export const CafIndicator = producedIndicator("CafIndicator", "la Caf ou la Cnaf");
