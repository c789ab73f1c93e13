import { producedIndicator } from "../../foundation/numbers/indicator.ts";

export const CafIndicator = producedIndicator("CafIndicator", "la Caf ou la Cnaf");
