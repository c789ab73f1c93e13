import { indicators } from "./indicators.ts";

/** The target of 2029. T7 and T8 are derived from the register, which begins in 2025: their start is typed in. */
const targets: Record<string, { target: number; start?: number }> = {
  T1: { target: 1_150 },
  T2: { target: 3 },
  T3: { target: 11 },
  T4: { target: 100 },
  T5: { target: 6 },
  T6: { target: 8 },
  T7: { target: 10, start: 2 },
  T8: { target: 60, start: 30 },
};

export const indicatorTargets = Object.entries(targets).map(([code, { target, start }]) => ({
  departement: "ZZ",
  indicateur: code,
  horizon: 2029,
  valeur: target,
  annee_depart: 2024,
  valeur_depart: start ?? indicators[code]!(2024).valeur,
  fixe_le: "2025-01-21",
}));
