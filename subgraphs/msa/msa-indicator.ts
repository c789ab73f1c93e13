import { producedIndicator } from "../../foundation/numbers/indicator.ts";

export const MsaIndicator = producedIndicator("MsaIndicator", "la MSA");
