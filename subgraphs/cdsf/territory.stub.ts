import { territoryStubs } from "../../foundation/numbers/territory-stub.ts";

export const { Territory, territoryOf, Commune, Epci, FormerEpci, Department, Region } = territoryStubs(
  "Commune",
  "Epci",
  "FormerEpci",
  "Department",
  "Region",
);

export type Territory = InstanceType<typeof Territory>;
export type Department = InstanceType<typeof Department>;
