import { territoryStub } from "../../foundation/territories/territory-stub.ts";

export const Territory = territoryStub();
export type Territory = InstanceType<typeof Territory>;
