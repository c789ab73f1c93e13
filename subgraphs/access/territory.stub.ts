import { territoryStub } from "../../foundation/numbers/territory-stub.ts";

export const Department = territoryStub("Department", { resolvable: false });
export type Department = InstanceType<typeof Department>;
