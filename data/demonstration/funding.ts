import { facilities, isPsu } from "./facilities.ts";
import { seeded } from "./random.ts";

/** Orders of magnitude in euros a place: bonus territoire about 2 800, mixité sociale 300 to 2 100, inclusion handicap up to 1 300. */
const random = seeded(4);
const perPlace = new Map(
  facilities.map(({ id }) => [
    id,
    {
      psu: random.integer(5_200, 7_400),
      territory: random.among([2_100, 2_450, 2_800]),
      socialMix: random.among([0, 0, 300, 800, 1_450, 2_100]),
      disability: random.among([0, 0, 0, 420, 700, 1_300]),
    },
  ]),
);

export const funding = [2024, 2025].flatMap((year) =>
  facilities
    .filter(({ ouvert_le, ferme_le }) => ouvert_le <= `${year}-12-31` && (ferme_le === "" || ferme_le >= `${year}-01-01`))
    .map((facility) => {
      const amounts = perPlace.get(facility.id)!;
      const months = 12 - (facility.ouvert_le.startsWith(String(year)) ? Number(facility.ouvert_le.slice(5, 7)) - 1 : 0);
      const paid = (amount: number) => (isPsu(facility) ? Math.round((amount * facility.capacite * months) / 12) : "");
      return {
        etablissement: facility.id,
        departement: "ZZ",
        annee: year,
        mode: facility.financement,
        psu: paid(year === 2024 ? amounts.psu : Math.round(amounts.psu * 1.03)),
        bonus_territoire: paid(amounts.territory),
        bonus_mixite_sociale: paid(amounts.socialMix),
        bonus_inclusion_handicap: paid(amounts.disability),
      };
    }),
);
