import { Open } from "../../../foundation/graph/audience.ts";
import { foreignType } from "../../../foundation/graph/stub.ts";

export const TerritorialAgreement = foreignType({
  name: "TerritorialAgreement",
  description: "Convention territoriale globale (CTG).",
  key: { field: "id", description: "Identifiant de la convention." },
  audience: Open(),
});
export type TerritorialAgreement = InstanceType<typeof TerritorialAgreement>;
