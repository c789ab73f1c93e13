import { expect, test } from "vitest";
import { periodOf } from "../../../foundation/imports/period.ts";

test.each([
  ["2024", "2024-01-01", "2024-12-31"],
  ["2014 et 2015", "2014-01-01", "2015-12-31"],
  ["2021 à 2026", "2021-01-01", "2026-12-31"],
  ["2014/2015", "2014-09-01", "2015-08-31"],
  ["4e trimestre 2024", "2024-10-01", "2024-12-31"],
  ["1er trimestre 2024", "2024-01-01", "2024-03-31"],
  ["décembre 2023", "2023-12-01", "2023-12-31"],
  ["Février 2024", "2024-02-01", "2024-02-29"],
  ["1er janvier 2023", "2023-01-01", "2023-01-01"],
  ["31 décembre 2015", "2015-12-31", "2015-12-31"],
  [" 31/12/2014 ", "2014-12-31", "2014-12-31"],
  ["2025-09-09", "2025-09-09", "2025-09-09"],
])("« %s » is from %s to %s", (printed, start, end) => {
  expect(periodOf(printed)).toEqual({ start, end });
});

test.each([
  "5e trimestre 2024",
  "",
  "à la réception du fichier",
  "2205",
  "1880",
  "30 février 2024",
  "31/02/2024",
  "brumaire 2023",
  "2015/2014",
  "2014/2016",
  "2015 à 2014",
  "2024-13-01",
])("« %s » is no period", (printed) => {
  expect(periodOf(printed)).toBeNull();
});
