import { territoryStub } from "../../foundation/numbers/territory-stub.ts";

export const Department = territoryStub("Department");
export type Department = InstanceType<typeof Department>;

export const Commune = territoryStub("Commune", { resolvable: false });
export type Commune = InstanceType<typeof Commune>;
