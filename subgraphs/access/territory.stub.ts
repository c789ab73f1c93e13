import { territoryStub } from "../../foundation/territories/territory-stub.ts";

export const Territory = territoryStub({ resolvable: false });
export type Territory = InstanceType<typeof Territory>;
