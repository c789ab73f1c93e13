import { sourceOf } from "../../foundation/imports/dataset.ts";

/** The source of what a département's PMI service sends. */
export const pmiSource = (department: string, dataset: string, printedVintage: string | number) =>
  sourceOf(department, {
    publisher: `Conseil départemental (${department}), PMI`,
    dataset,
    printedVintage: String(printedVintage),
    licence: "Licence Ouverte 2.0",
  });
