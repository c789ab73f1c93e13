/** Days of the second round of the municipal elections since schemes follow them (décret n° 2025-848 du 27 août 2025 for 2026). */
export const municipalElections = ["2026-03-22"];
