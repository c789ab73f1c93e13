import { isPsu, openFacilities, places } from "./facilities.ts";
import { sum } from "./numbers.ts";
import { seeded } from "./random.ts";
import { communes } from "./territories.ts";

/** The children under 3 of a territory and the places it offers them; the files on coverage and the indicators all come from here. */
export interface Offer {
  children: number;
  psu: number;
  otherFacilities: number;
  preschool: number;
  childminders: number;
  homeCare: number;
}

const firstYear = 2017;
const lastYear = 2026;

const offers = new Map<string, Offer>();
communes.forEach(({ code, population }, index) => {
  const random = seeded(100 + index);
  const children = (population * random.integer(27, 34)) / 1000;
  const childminders = (children * random.integer(28, 46)) / 100;
  const preschool = (children * random.integer(2, 8)) / 100;
  for (let year = firstYear; year <= lastYear; year++) {
    const inCommune = openFacilities(year, (facility) => facility.commune === code);
    const elapsed = year - firstYear;
    offers.set(`${code}:${year}`, {
      children: Math.round(children * (1 - 0.013 * elapsed)),
      psu: places(inCommune.filter(isPsu)),
      otherFacilities: places(inCommune.filter((facility) => !isPsu(facility))),
      preschool: Math.round((preschool * random.integer(85, 110)) / 100),
      childminders: Math.round((childminders * (1 - 0.021 * elapsed) * random.integer(97, 103)) / 100),
      homeCare: Math.round((children * random.integer(6, 11)) / 1000),
    });
  }
});

/** The offer of one or several communes, at the end of a year. */
export function offer(codes: string[], year: number): Offer {
  const added = (part: keyof Offer) => sum(codes.map((code) => offers.get(`${code}:${year}`)![part]));
  return {
    children: added("children"),
    psu: added("psu"),
    otherFacilities: added("otherFacilities"),
    preschool: added("preschool"),
    childminders: added("childminders"),
    homeCare: added("homeCare"),
  };
}

export function departmentOffer(year: number): Offer {
  return offer(
    communes.map(({ code }) => code),
    year,
  );
}

export function allPlaces({ psu, otherFacilities, preschool, childminders, homeCare }: Offer): number {
  return psu + otherFacilities + preschool + childminders + homeCare;
}
