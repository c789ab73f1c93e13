import { territoryStub } from "../../foundation/numbers/territory-stub.ts";

export const Territory = territoryStub();
export type Territory = InstanceType<typeof Territory>;
