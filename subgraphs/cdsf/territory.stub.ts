import { Directive, Field, Int } from "type-graphql";
import { territoryStub } from "../../foundation/territories/territory-stub.ts";
import { TerritorialAgreement } from "./territorial-agreement.stub.ts";

export const Territory = territoryStub();
export type Territory = InstanceType<typeof Territory>;

// Others' fields: what is said of an organising authority requires them.
Field(() => Int, { nullable: true, description: "Habitants." })(Territory.prototype, "legalInhabitants");
Directive("@external")(Territory.prototype, "legalInhabitants");
Field(() => [TerritorialAgreement], { nullable: true, description: "CTG signées." })(Territory.prototype, "signedAgreements");
Directive("@external")(Territory.prototype, "signedAgreements");
