const organisations: [id: string, organisme: string, type: string][] = [
  ["caf52", "Caisse d'allocations familiales de la Haute-Marne", "PARTNER_SYSTEM"],
  ["cd52", "Conseil départemental de la Haute-Marne, service de PMI", "PARTNER_SYSTEM"],
  ["cdzz", "Conseil départemental ZZ, service de PMI", "PARTNER_SYSTEM"],
  ["msa52", "Caisse de MSA de la Haute-Marne", "PARTNER_SYSTEM"],
  ["ft52", "France Travail, direction territoriale de la Haute-Marne", "PARTNER_SYSTEM"],
  ["pref52", "Préfecture de la Haute-Marne", "PARTNER_SYSTEM"],
  ["secretariat52", "Secrétariat du CDSF de la Haute-Marne", "PARTNER_SYSTEM"],
  ["dashboard", "Tableau de bord des services aux familles", "DASHBOARD"],
  ["analyst", "Observatoire des services aux familles", "ANALYST"],
];

/** Their keys are made where the hub runs: none is published. */
export const clients = organisations.map(([id, organisme, type]) => ({
  id,
  organisme: `${organisme} (démonstration)`,
  type,
  contact: `hub@${id}.example`,
  cles: "",
}));
