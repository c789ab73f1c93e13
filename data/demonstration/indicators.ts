import { runningAgreements } from "./agreements.ts";
import { type Facility, facilities, isPaje, isPsu, openFacilities, places, situation } from "./facilities.ts";
import { measured, servicesOfType } from "./family-services.ts";
import { funding } from "./funding.ts";
import { absent, type IndicatorCell, printedShare, published, ratio } from "./indicator-cell.ts";
import { inspectionsOf } from "./inspections.ts";
import { round, sum } from "./numbers.ts";
import { allPlaces, departmentOffer } from "./offer.ts";
import { communes, communesAbove10000, epcis } from "./territories.ts";

type Known = number | IndicatorCell;

type Indicator = (year: number) => IndicatorCell;

/** For 2024, 2025 and 2026, in order; the other indicators are computed from the other files of the demonstration. */
const typed =
  (...since2024: Known[]): Indicator =>
  (year) => {
    const known = since2024[year - 2024]!;
    return typeof known === "number" ? published(known) : known;
  };

const children =
  (share: number): Indicator =>
  (year) =>
    published(round(departmentOffer(year).children * share));
const shareOfChildren =
  (in2024: number, everyYear: number): Indicator =>
  (year) => {
    const { children } = departmentOffer(year);
    return ratio(round(children * (in2024 + everyYear * (year - 2024))), children);
  };
const coverage =
  (part: (offer: ReturnType<typeof departmentOffer>) => number): Indicator =>
  (year) => {
    const offer = departmentOffer(year);
    return ratio(part(offer), offer.children);
  };
const withPlaces =
  (accept: (facility: Facility) => boolean): Indicator =>
  (year) => {
    const list = openFacilities(year, accept);
    return published(list.length, `Places : ${places(list)}.`);
  };
const services =
  (type: string): Indicator =>
  () =>
    published(servicesOfType(type).length);

const activeChildminders = (year: number) => round(departmentOffer(year).childminders / 2.8);
export const licensedChildminders = (year: number) => round(activeChildminders(year) * 1.24);
const hubFullTime = (year: number) => round(measured("RPE", "ETP", year), 1);
const hubCommunes = new Set(servicesOfType("RPE").map(({ commune }) => commune));

/** What is counted over a whole year is not known yet for 2026. */
const reportToCome = absent("NOT_TRANSMITTED", "Bilan de 2026 attendu en 2027.");
const yearly =
  (indicator: Indicator): Indicator =>
  (year) =>
    year === 2026 ? reportToCome : indicator(year);

/** How many facilities receive a bonus. */
const receiving = (bonus: "bonus_mixite_sociale" | "bonus_inclusion_handicap") =>
  yearly((year) => {
    const lines = funding.filter(({ annee, mode }) => annee === year && mode === "PSU");
    const count = lines.filter((line) => Number(line[bonus]) > 0).length;
    return published(count, `Soit ${printedShare(count, lines.length)} des ${lines.length} EAJE PSU.`);
  });

const noSurvey = absent("INSUFFICIENT_RESPONSE", "Taux de réponse de 31 %, trop faible pour restituer un chiffre départemental.");
const surveyToCome = absent("NOT_TRANSMITTED", "Collecte prévue en décembre 2026.");
const family = absent("NOT_APPLICABLE", "Famille d'indicateurs : elle n'a pas de valeur propre.");
const fewChildren = absent("SUPPRESSED", "Moins de cinq enfants.");
const notTransmitted = absent("NOT_TRANSMITTED");

const eajeInspected = (year: number) => inspectionsOf(year, ({ mode }) => mode === "EAJE");
const decisions = /^(INJUNCTION|PARTIAL_CLOSURE|TOTAL_CLOSURE)$/;

const covered = (year: number) => {
  const holders = runningAgreements(year).map(({ territoire }) => territoire);
  const inCovered = epcis.filter(({ code }) => holders.includes(code)).flatMap(({ membres }) => membres.map(({ code }) => code));
  return { holders, communes: communes.filter(({ code }) => holders.includes(code) || inCovered.includes(code)) };
};

export const indicators: Record<string, Indicator> = {
  T1: (year) => published(places(openFacilities(year, isPsu))),
  T2: typed(1, 1, 2),
  T3: yearly((year) => published(hubFullTime(year))),
  T4: () => ratio(communesAbove10000.filter(({ code }) => hubCommunes.has(code)).length, communesAbove10000.length),
  T5: typed(3, 3, 3),
  T6: typed(2, 4, 5),

  A01: children(1),
  A02: children(1.06),
  A03: children(4.61),
  A04: yearly(children(0.335)),
  A05: children(0.71),
  A06: shareOfChildren(0.142, 0.002),
  A07: shareOfChildren(0.187, 0.003),
  A08: shareOfChildren(0.604, -0.004),
  A09: typed(118, { ...published(113, "Allocataires de la Caf seulement ; la part de la MSA est masquée."), statut: "LOWER_BOUND" }, 121),

  B01: coverage(allPlaces),
  B02: (year) => {
    const created = facilities.filter(({ ouvert_le }) => ouvert_le.startsWith(String(year)));
    const closed = facilities.filter(({ ferme_le }) => ferme_le.startsWith(String(year)));
    return published(places(created), `Places supprimées : ${places(closed)}.`);
  },
  B03: coverage(({ psu }) => psu),
  B04: coverage(({ otherFacilities }) => otherFacilities),
  B05: coverage(({ childminders }) => childminders),
  B06: coverage(({ homeCare }) => homeCare),
  B07: coverage(({ preschool }) => preschool),
  B08: (year) => published(allPlaces(departmentOffer(year))),
  B09: (year) => published(openFacilities(year, isPsu).length),
  B10: withPlaces((facility) => facility.type === "micro-creche" && isPaje(facility)),
  B11: withPlaces(({ type }) => type !== "creche-familiale"),
  B12: withPlaces(({ type }) => type === "creche-familiale"),
  B13: (year) => published(licensedChildminders(year)),
  B14: (year) => published(round(licensedChildminders(year) * 3.4)),
  B15: (year) => published(activeChildminders(year)),
  B16: (year) => (year === 2024 ? notTransmitted : ratio(round(activeChildminders(year) * 0.338), activeChildminders(year))),
  B17: (year) => published(9 + year - 2024, `Assistants maternels y exerçant : ${26 + 3 * (year - 2024)}.`),
  B18: services("RPE"),
  B19: yearly((year) => ratio(activeChildminders(year), hubFullTime(year), { per: 1 })),
  B20: yearly(typed(ratio(1_204_300, 1_701_000), ratio(1_231_900, 1_722_400))),
  B21: yearly(typed(ratio(1_297_000, 1_204_300), ratio(1_320_500, 1_231_900))),
  B22: yearly(typed(ratio(13_428_000, 1_204_300, { per: 1, decimals: 2 }), ratio(14_081_000, 1_231_900, { per: 1, decimals: 2 }))),
  B23: typed(notTransmitted, 5, 6),

  C01: () => family,
  C02: () => family,
  C03: receiving("bonus_inclusion_handicap"),
  C04: receiving("bonus_mixite_sociale"),
  C05: yearly(typed(ratio(268, 1_462), ratio(281, 1_487))),
  C06: typed(fewChildren, fewChildren, published(18, "Enfants accueillis : 11.")),
  C07: typed(published(1, "ETP : 1,5."), published(1, "ETP : 2."), published(1, "ETP : 2.")),
  C08: typed(notTransmitted, 612, 598),

  D01: () => family,
  D02: services("LAEP"),
  D03: yearly((year) => published(measured("LAEP", "heures", year))),
  D04: yearly((year) => published(measured("REAAP", "actions", year))),
  D05: yearly((year) => published(measured("CLAS", "actions", year), `Enfants bénéficiaires : ${measured("CLAS", "enfants", year)}.`)),
  D06: yearly((year) =>
    published(measured("FAMILY_MEDIATION", "ETP", year), `Mesures : ${measured("FAMILY_MEDIATION", "mesures", year)}.`),
  ),
  D07: yearly((year) =>
    published(servicesOfType("CONTACT_CENTRE").length, `Enfants concernés : ${measured("CONTACT_CENTRE", "enfants", year)}.`),
  ),
  D08: yearly(typed(204, 211)),
  D09: services("SOCIAL_CENTRE"),
  D10: typed(notTransmitted, 2, 2),
  D11: services("PAEJ"),

  E01: typed(published(21.4, "Soit 7,6 % des ETP auprès des enfants."), noSurvey, surveyToCome),
  E02: typed(published(9.2, "Soit 3,3 % des ETP auprès des enfants."), noSurvey, surveyToCome),
  E03: typed(34, noSurvey, surveyToCome),

  F01: typed(84, 84, 96),
  F02: yearly(typed(61, 66)),

  G01: yearly(typed(41, new Set(eajeInspected(2025).map(({ etablissement }) => etablissement)).size)),
  G02: yearly(typed(8, eajeInspected(2025).filter(({ autorites }) => autorites.includes("CAF_MSA")).length)),
  G03: yearly(typed(3, sum(eajeInspected(2025).map(({ suites }) => suites.filter((name) => decisions.test(name)).length)))),
  G04: (year) => published(year === 2024 ? 31 : inspectionsOf(year, ({ mode }) => mode === "CHILDMINDER").length),

  H01: typed(ratio(187, 1_611), notTransmitted, ratio(171, 1_552)),

  P01: (year) => {
    const { holders, communes: inside } = covered(year);
    const owing = communesAbove10000.length + epcis.length;
    const count = inside.filter(({ population }) => population > 10_000).length + epcis.filter(({ code }) => holders.includes(code)).length;
    return published(count, `Soit ${printedShare(count, owing)} des ${owing} collectivités.`);
  },
  P02: (year) => {
    const { holders, communes: inside } = covered(year);
    const population = (list: typeof communes) => sum(list.map((commune) => commune.population));
    return published(holders.length, `Soit ${printedShare(population(inside), population(communes))} de la population couverte.`);
  },
};

export const situationRemark = `Situation au ${situation.split("-").reverse().join("/")}.`;
