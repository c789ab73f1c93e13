import { territoryStubs } from "../../foundation/numbers/territory-stub.ts";

export const { Territory, territoryOf, Commune, Epci, FormerEpci, Department } = territoryStubs(
  "Commune",
  "Epci",
  "FormerEpci",
  "Department",
);

export type Territory = InstanceType<typeof Territory>;
export type Commune = InstanceType<typeof Commune>;
export type Epci = InstanceType<typeof Epci>;
export type FormerEpci = InstanceType<typeof FormerEpci>;
export type Department = InstanceType<typeof Department>;
