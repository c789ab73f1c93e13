import { sourceOf } from "../../foundation/imports/dataset.ts";

/** The source of what a CDSF secretariat sends. */
export const cdsfSource = (department: string, dataset: string, vintage: string | number) =>
  sourceOf(department, {
    publisher: `CDSF du département ${department}`,
    dataset,
    vintage: String(vintage),
    licence: "Licence Ouverte 2.0",
  });
