import { Directive, Field } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { DateScalar } from "../../foundation/graph/scalars.ts";
import { foreignType } from "../../foundation/graph/stub.ts";

export const TerritorialAgreement = foreignType({
  name: "TerritorialAgreement",
  description: "Convention territoriale globale (CTG).",
  key: { field: "id", description: "Identifiant de la convention." },
  audience: Open(),
  resolvable: false,
});
export type TerritorialAgreement = InstanceType<typeof TerritorialAgreement>;

// The Caf's: what is said of planning requires them.
for (const name of ["startOn", "endOn"]) {
  Field(() => DateScalar, { nullable: true, description: "Premier ou dernier jour." })(TerritorialAgreement.prototype, name);
  Directive("@external")(TerritorialAgreement.prototype, name);
}
