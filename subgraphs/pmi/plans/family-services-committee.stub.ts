import { Open } from "../../../foundation/graph/audience.ts";
import { foreignType } from "../../../foundation/graph/stub.ts";

export const FamilyServicesCommittee = foreignType({
  name: "FamilyServicesCommittee",
  description: "Comité départemental des services aux familles (CDSF).",
  key: { field: "id", description: "Code du département." },
  audience: Open(),
});
export type FamilyServicesCommittee = InstanceType<typeof FamilyServicesCommittee>;
