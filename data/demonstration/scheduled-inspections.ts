import { facilities, isOpen } from "./facilities.ts";
import { seeded } from "./random.ts";

const random = seeded(11);
const open = facilities.filter((facility) => isOpen(facility, "2026-11-01"));

/** Controls to come: one in two unannounced, so that there is something to keep secret. */
export const scheduledInspections = random
  .shuffled(open)
  .slice(0, 12)
  .map(({ id }, index) => ({
    id: `ZZ-S2027-${String(index + 1).padStart(3, "0")}`,
    departement: "ZZ",
    etablissement: id,
    date: `2027-${String((index % 6) + 1).padStart(2, "0")}-${String(4 + index).padStart(2, "0")}`,
    autorite: index % 4 === 3 ? "CD_CAF" : "CD",
    type_controle: index % 4 === 3 ? "JOINT_CONTROL" : "FOLLOW_UP_VISIT",
    inopine: index % 2 === 0 ? "oui" : "non",
  }));
