import { FamilyServiceKind } from "./family-service.entity.ts";

/** What is counted of a service, by its kind: codes of the catalogue or of the local series, each with its unit. */
const units: Partial<Record<FamilyServiceKind, Record<string, string>>> = {
  [FamilyServiceKind.RPE]: { T3: "ETP" },
  [FamilyServiceKind.LAEP]: { D03: "heures", "laep-children": "enfants" },
  [FamilyServiceKind.CLAS]: { D05: "actions", "D05-children": "enfants" },
  [FamilyServiceKind.REAAP]: { D04: "actions" },
  [FamilyServiceKind.FAMILY_MEDIATION]: {
    D06: "ETP",
    "D06-measures": "mesures",
    "family-court-cases": "affaires",
    "family-mediation-rate": "%",
  },
  [FamilyServiceKind.CONTACT_CENTRE]: { "D07-children": "enfants", "contact-centre-families": "familles" },
  [FamilyServiceKind.SOCIAL_CENTRE]: { "social-centre-families": "familles" },
  [FamilyServiceKind.PAEJ]: { "paej-young-people": "jeunes" },
  [FamilyServiceKind.PARENT_INFORMATION]: { "parent-information-sessions": "séances", "parent-information-participants": "participants" },
};

/** The measures of a kind of service: their codes. */
export const measuresOf = (kind: FamilyServiceKind): string[] => Object.keys(units[kind] ?? {});

/** The unit of a measure; undefined where nothing of that code is counted of such a service. */
export const unitOf = (kind: FamilyServiceKind, measure: string): string | undefined => {
  const known = units[kind] ?? {};
  return Object.hasOwn(known, measure) ? known[measure] : undefined;
};
