import { producedIndicator } from "../observations/indicator.ts";

export const MsaIndicator = producedIndicator("MsaIndicator", "la MSA");
