import { producedIndicator } from "../../foundation/numbers/indicator.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { basinSums, sumOfBasins } from "./needs/sum-of-basins.ts";

/** Childminders, auxiliaires de puériculture, foster carers and home child care: the one code that is early childhood alone. */
const childcareOccupation = "T2B60";

export const FranceTravailIndicator = producedIndicator("FranceTravailIndicator", "France Travail", {
  F03: async ({ level, code, year, asOf }, context) => {
    if (level !== TerritoryLevel.DEPARTMENT) return null;
    const sums = await context.load(basinSums, { department: code, year, occupation: childcareOccupation });
    if (!sums || (asOf && asOf.slice(0, 10) < sums.source.receivedOn)) return null;
    return Object.assign(sumOfBasins(sums, "projects"), {
      notes: [
        `Projets du seul métier ${childcareOccupation} (assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile).`,
        "La définition de cet indicateur est reconstruite : le texte des annexes de l'arrêté du 4 juillet 2024 n'a pas pu être consulté.",
      ],
    });
  },
});
