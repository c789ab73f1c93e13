/** The plan of 2026 is late, annexe 2 of 2026 overdue, the national return of 2026 still to come. */
export const milestones = [
  { departement: "ZZ", echeance: "INSPECTION_PLAN", annee: 2025, fait_le: "2025-01-28", transmis_a: "CDSF" },
  { departement: "ZZ", echeance: "ANNUAL_SYNTHESIS", annee: 2025, fait_le: "2025-01-30", transmis_a: "Ministre chargé de la famille" },
  { departement: "ZZ", echeance: "ANNEX_1", annee: 2025, fait_le: "2025-03-28", transmis_a: "CDSF" },
  { departement: "ZZ", echeance: "ANNEX_2", annee: 2025, fait_le: "2025-06-26", transmis_a: "Cnaf" },
  { departement: "ZZ", echeance: "NATIONAL_RETURN", annee: 2025, fait_le: "2025-11-27", transmis_a: "DGCS" },
  { departement: "ZZ", echeance: "INSPECTION_PLAN", annee: 2026, fait_le: "2026-02-09", transmis_a: "CDSF" },
  { departement: "ZZ", echeance: "ANNUAL_SYNTHESIS", annee: 2026, fait_le: "2026-02-01", transmis_a: "Ministre chargé de la famille" },
  { departement: "ZZ", echeance: "ANNEX_1", annee: 2026, fait_le: "2026-03-27", transmis_a: "CDSF" },
  { departement: "ZZ", echeance: "ANNEX_2", annee: 2026, fait_le: "", transmis_a: "" },
  { departement: "ZZ", echeance: "NATIONAL_RETURN", annee: 2026, fait_le: "", transmis_a: "" },
];
