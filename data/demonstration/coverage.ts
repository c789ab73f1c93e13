import { allPlaces, offer } from "./offer.ts";
import { communesAbove10000, epcis } from "./territories.ts";

const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/** As data.caf.fr prints a name: capitals, no accent, no hyphen. */
function printed(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[-']/g, " ").toUpperCase();
}

const lines = years.flatMap((year) =>
  communesAbove10000.map((commune) => {
    const epci = epcis.find(({ membres }) => membres.some(({ code }) => code === commune.code))!;
    return { year, commune, epci, offer: offer([commune.code], year) };
  }),
);

export const places = lines.map(({ year, commune, epci, offer }) => ({
  date_reference: year,
  num_commune: commune.code,
  nom_commune: printed(commune.nom),
  numero_EPCI: epci.code,
  nom_EPCI: printed(epci.nom),
  numero_departement: "ZZ",
  nom_departement: "DEPARTEMENT DE DEMONSTRATION",
  places_EAJE_PSU: offer.psu,
  places_hors_EAJE_PSU: offer.otherFacilities,
  places_EAJE_ensemble: offer.psu + offer.otherFacilities,
  places_prescolarisation: offer.preschool,
  places_assistante_maternelle: offer.childminders,
  places_salariee_domicile: offer.homeCare,
  places_accueil_individuel_ensemble: offer.childminders + offer.homeCare,
  places_offertes_ensemble: allPlaces(offer),
}));

export const coverage = lines.map(({ year, commune, epci, offer }) => {
  const rate = (count: number) => ((100 * count) / offer.children).toFixed(1);
  return {
    date_reference: year,
    numero_commune: commune.code,
    nom_commune: printed(commune.nom),
    numero_epci: epci.code,
    nom_epci: printed(epci.nom),
    numero_departement: "ZZ",
    nom_departement: "DEPARTEMENT DE DEMONSTRATION",
    taux_de_couv_eaje_psu: rate(offer.psu),
    taux_de_couv_hors_eaje_psu: rate(offer.otherFacilities),
    taux_de_couv_eaje_ensemble: rate(offer.psu + offer.otherFacilities),
    taux_de_couv_prescolarisation: rate(offer.preschool),
    taux_de_couv_assistante_maternelle: rate(offer.childminders),
    taux_de_couv_salariee_a_domicile: rate(offer.homeCare),
    taux_de_couv_accueil_individuel_ensemble: rate(offer.childminders + offer.homeCare),
    taux_de_couv_global: rate(allPlaces(offer)),
  };
});
