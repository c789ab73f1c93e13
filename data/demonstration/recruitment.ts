import { seeded } from "./random.ts";

const services = { Famille_met: "V", Lbl_fam_met: "Fonctions liées à la vente, au tourisme et aux services" };
const social = { Famille_met: "S", Lbl_fam_met: "Fonctions sociales et médico-sociales" };

/** The occupations of early childhood in the BMO survey of 2025, and the projects of the whole department. */
const occupations = [
  { code: "T1X60", nom: "Personnels de ménage chez des particuliers", ...services, projects: 60 },
  { code: "T2A60", nom: "Aides à domicile et auxiliaires de vie", ...services, projects: 240 },
  {
    code: "T2B60",
    nom: "Assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile",
    ...services,
    projects: 150,
  },
  { code: "V0X60", nom: "Aides-soignants", ...social, projects: 210 },
  { code: "V1X80", nom: "Infirmiers et sages-femmes", ...social, projects: 110 },
  { code: "V4X83", nom: "Educateurs spécialisés et autres intervenants socio-éducatifs", ...social, projects: 90 },
  { code: "V4X84", nom: "Aides médico-psychologiques", ...social, projects: 24 },
  { code: "V4X85", nom: "Professionnels de l'action sociale", ...social, projects: 30 },
  { code: "V5X81", nom: "Professionnels de l'animation socioculturelle", ...social, projects: 130 },
  {
    code: "V5X84",
    nom: "Surveillants d'établissements scolaires et accompagnateurs des élèves en situation de handicap",
    ...social,
    projects: 18,
  },
];

const basins = [
  { code: "ZZ01", nom: "BASSIN DE CLAIRVAL", share: 58 },
  { code: "ZZ02", nom: "BASSIN DE PORT-EXEMPLE", share: 27 },
  { code: "ZZ03", nom: "BASSIN DU HAUT-MONTFICTIF", share: 15 },
];

const random = seeded(3);

const printed = (value: number) => (value < 5 ? "*" : value);

export const recruitment = occupations.flatMap(({ code, nom, Famille_met, Lbl_fam_met, projects }) =>
  basins.map((basin) => {
    const met = Math.round((projects * basin.share * random.integer(80, 120)) / 10_000);
    const xmet = Math.round((met * random.integer(45, 90)) / 100);
    const smet = Math.round((met * random.integer(5, 25)) / 100);
    return {
      annee: 2025,
      "Code métier BMO": code,
      "Nom métier BMO": nom,
      Famille_met,
      Lbl_fam_met,
      REG: "ZZ",
      NOM_REG: "Région de démonstration",
      Dept: "ZZ",
      NomDept: "Département de démonstration",
      BE25: basin.code,
      NOMBE25: basin.nom,
      met: printed(met),
      xmet: printed(xmet),
      smet: printed(smet),
    };
  }),
);
