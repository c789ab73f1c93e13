import { producedIndicator } from "../indicator.ts";

export const MsaIndicator = producedIndicator("MsaIndicator", "la MSA");
