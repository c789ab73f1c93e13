import { populationOf, unknownUnit } from "../../../foundation/numbers/secrecy/rules/populations.ts";
import { secrecy } from "../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";

interface Refusal {
  path: ["mesure"] | ["valeur"];
  message: string;
}

const nameTells = "et le nom du service le désignerait : laissez la valeur vide";
const [people, establishments] = [secrecy.fewest("PERSONS"), secrecy.fewest("ESTABLISHMENTS")];

/**
 * Why a number of a named service may not be recorded; null: it may. No sum of these numbers is shown: withholding the number
 * itself is enough.
 * @param value null: the cell is empty.
 */
export function refusalOf(unit: string, value: number | null): Refusal | null {
  const population = populationOf(unit);
  if (population === null) return { path: ["mesure"], message: unknownUnit };
  if (value === null || value === 0) return null;
  if (population === "RATES")
    return {
      path: ["mesure"],
      message: "un taux ne dit pas de quels effectifs il est fait : transmettez ses deux termes, sur deux lignes",
    };
  if (population === "AMOUNTS")
    return { path: ["valeur"], message: `un montant que ce service compose à lui seul relève du secret des affaires, ${nameTells}` };
  if (population === "PERSONS" && value < people)
    return {
      path: ["valeur"],
      message: `un effectif de personnes ou de familles de 1 à ${people - 1} relève du secret statistique, ${nameTells}`,
    };
  if (population === "ESTABLISHMENTS" && value < establishments)
    return {
      path: ["valeur"],
      message: `un nombre d'établissements de 1 à ${establishments - 1} relève du secret statistique, ${nameTells}`,
    };
  return null;
}
