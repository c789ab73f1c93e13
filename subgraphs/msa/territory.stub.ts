import { territoryStubs } from "../../foundation/numbers/territory-stub.ts";

export const { Territory, territoryOf, Commune, Epci, Department } = territoryStubs("Commune", "Epci", "Department");

export type Territory = InstanceType<typeof Territory>;
export type Epci = InstanceType<typeof Epci>;
export type Department = InstanceType<typeof Department>;
