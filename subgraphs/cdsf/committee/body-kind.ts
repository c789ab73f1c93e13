import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const BodyKind = enumeration("BodyKind", "Nature d'une instance du CDSF.", {
  PLENARY: "Formation plénière.",
  STEERING: "Comité de pilotage.",
  TECHNICAL: "Comité technique.",
  THEMATIC: "Comité ou commission thématique.",
  FINANCIERS: "Comité des financeurs.",
  WORK_GROUP: "Groupe de travail.",
  AVIP_LABELLING: "Comité de labellisation Avip.",
  MEDIATION: "Comité de la médiation familiale et des espaces de rencontre.",
});
export type BodyKind = EnumValue<typeof BodyKind>;
