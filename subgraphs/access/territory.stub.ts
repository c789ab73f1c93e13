import { territoryStub } from "../../foundation/numbers/territory-stub.ts";

export const Territory = territoryStub({ resolvable: false });
export type Territory = InstanceType<typeof Territory>;
