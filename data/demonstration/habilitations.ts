const publicHealth = "du code de la santé publique";
const control = `Articles L. 2324-2 et L. 2324-2-2 ${publicHealth}`;
const plan = `Article L. 2324-2-2 ${publicHealth}`;
const committee = "Article L. 214-5 du code de l'action sociale et des familles";

const both = ["52", "ZZ"];
const pmi = ["inspections:read", "inspections:schedule", "plans:unpublished", "observations:withheld", "access-journal:read"];

interface Request {
  id: string;
  client: string;
  /** Where less is granted than was asked. */
  asked?: string[];
  granted: string[];
  departements: string[];
  finalite: string;
  base_legale: string;
  /** Where the dates are not those of a habilitation in force. */
  decidedOn?: string;
  valid?: [from: string, to: string];
  revokedOn?: string;
}

const pmiPurpose =
  "contrôler les établissements d'accueil du jeune enfant, et établir puis suivre le plan annuel d'inspection et de contrôle.";
const diagnosis = "établir le diagnostic du schéma départemental des services aux familles.";

const requests: Request[] = [
  { id: "DEMO-CD52", client: "cd52", granted: pmi, departements: ["52"], finalite: pmiPurpose, base_legale: control },
  { id: "DEMO-CDZZ", client: "cdzz", granted: pmi, departements: ["ZZ"], finalite: pmiPurpose, base_legale: control },
  {
    id: "DEMO-CAF52",
    client: "caf52",
    asked: ["inspections:read", "plans:unpublished", "observations:withheld"],
    granted: ["plans:unpublished", "observations:withheld"],
    departements: both,
    finalite: "coordonner ses contrôles avec le plan annuel d'inspection et de contrôle, et suivre les indicateurs du schéma.",
    base_legale: plan,
  },
  {
    id: "DEMO-CAF52-2023",
    client: "caf52",
    granted: ["inspections:read"],
    departements: ["52"],
    finalite: "mener avec le département des contrôles conjoints de l'usage des fonds publics.",
    base_legale: control,
    decidedOn: "2022-12-12",
    valid: ["2023-01-01", "2024-12-31"],
  },
  {
    id: "DEMO-MSA52",
    client: "msa52",
    granted: ["observations:withheld"],
    departements: both,
    finalite: diagnosis,
    base_legale: committee,
  },
  {
    id: "DEMO-MSA52-2035",
    client: "msa52",
    granted: ["plans:unpublished"],
    departements: both,
    finalite: "coordonner ses contrôles avec le plan annuel d'inspection et de contrôle.",
    base_legale: plan,
    valid: ["2035-01-01", "2039-12-31"],
  },
  { id: "DEMO-FT52", client: "ft52", granted: ["observations:withheld"], departements: both, finalite: diagnosis, base_legale: committee },
  {
    id: "DEMO-PREF52",
    client: "pref52",
    granted: ["inspections:read", "plans:unpublished"],
    departements: both,
    finalite: "exercer le pouvoir de contrôle du préfet et arrêter avec le département le plan annuel d'inspection et de contrôle.",
    base_legale: control,
  },
  {
    id: "DEMO-PREF52-CALENDRIER",
    client: "pref52",
    granted: ["inspections:schedule"],
    departements: both,
    finalite: "préparer des contrôles conjoints de l'État et du département.",
    base_legale: control,
    revokedOn: "2025-06-30",
  },
  {
    id: "DEMO-SECRETARIAT52",
    client: "secretariat52",
    granted: ["plans:unpublished", "observations:withheld"],
    departements: both,
    finalite: "préparer les séances du comité départemental des services aux familles et la synthèse annuelle du schéma.",
    base_legale: committee,
  },
];

/** In force for ten years, so that the demonstration does not end; one is over, one revoked, one to come. */
export const habilitations = requests.map(({ asked, granted, decidedOn = "2024-12-16", valid, revokedOn = "", ...request }) => ({
  id: request.id,
  client: request.client,
  portees_demandees: asked ?? granted,
  portees_accordees: granted,
  departements: request.departements,
  finalite: `Démonstration : ${request.finalite}`,
  base_legale: request.base_legale,
  demande_le: `${decidedOn.slice(0, 4)}-11-15`,
  decide_le: decidedOn,
  decide_par: "Présidence du comité départemental des services aux familles",
  valable_du: valid?.[0] ?? "2025-01-01",
  valable_au: valid?.[1] ?? "2034-12-31",
  revoque_le: revokedOn,
}));
