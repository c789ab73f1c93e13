import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const ChildcareMode = enumeration(
  "ChildcareMode",
  "Mode d'accueil formel du jeune enfant, au sens du taux de couverture de la Cnaf.",
  {
    TOTAL:
      "Ensemble des modes d'accueil formels : taux de couverture global (art. D. 214-2, II, 3° du code de l'action sociale et des familles).",
    FACILITY_PSU: "Établissements d'accueil du jeune enfant (EAJE) financés par la prestation de service unique (PSU).",
    FACILITY_NON_PSU:
      "EAJE hors PSU : notamment les micro-crèches dont les familles reçoivent le complément de libre choix du mode de garde (Paje).",
    FACILITY: "Ensemble des EAJE : PSU et hors PSU.",
    PRESCHOOL: "Préscolarisation : enfants de 2 ans à l'école.",
    CHILDMINDER: "Assistants maternels employés directement par des particuliers, en activité.",
    HOME_CARE: "Garde d'enfant au domicile des parents (salarié à domicile).",
    INDIVIDUAL: "Ensemble de l'accueil individuel : assistants maternels et garde à domicile.",
  },
);
export type ChildcareMode = EnumValue<typeof ChildcareMode>;

interface Series {
  measure: string;
  unit: string;
}

const rate = (measure: string): Series => ({ measure, unit: "places pour 100 enfants de moins de 3 ans" });
const places = (measure: string): Series => ({ measure, unit: "places" });

/** The two series of each mode: codes of the indicator catalogue where it has one (B01…B08), the subgraph's own otherwise. */
export const coverageSeries: Record<ChildcareMode, { rate: Series; places: Series }> = {
  [ChildcareMode.TOTAL]: { rate: rate("B01"), places: places("B08") },
  [ChildcareMode.FACILITY_PSU]: { rate: rate("B03"), places: places("places-facility-psu") },
  [ChildcareMode.FACILITY_NON_PSU]: { rate: rate("B04"), places: places("places-facility-non-psu") },
  [ChildcareMode.FACILITY]: { rate: rate("coverage-facility"), places: places("places-facility") },
  [ChildcareMode.PRESCHOOL]: { rate: rate("B07"), places: places("places-preschool") },
  [ChildcareMode.CHILDMINDER]: { rate: rate("B05"), places: places("places-childminder") },
  [ChildcareMode.HOME_CARE]: { rate: rate("B06"), places: places("places-home-care") },
  [ChildcareMode.INDIVIDUAL]: { rate: rate("coverage-individual"), places: places("places-individual") },
};
