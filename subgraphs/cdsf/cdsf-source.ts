import { sourceOf } from "../../foundation/imports/dataset.ts";

/** The source of what a CDSF secretariat sends. */
export const cdsfSource = (department: string, dataset: string, printedVintage: string | number) =>
  sourceOf(department, {
    publisher: `CDSF du département ${department}`,
    dataset,
    printedVintage: String(printedVintage),
    licence: "Licence Ouverte 2.0",
  });
