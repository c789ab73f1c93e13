import { producedIndicator } from "../../foundation/numbers/indicator.ts";

export const PmiIndicator = producedIndicator("PmiIndicator", "le conseil départemental (PMI) ou la Drees");
