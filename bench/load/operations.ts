import { readFileSync } from "node:fs";

export interface Operation {
  name: string;
  query: string;
  /** One set, or several that are asked in turn. */
  variables: readonly Record<string, unknown>[];
}

const saved = (file: string) => readFileSync(new URL(`../../examples/queries/${file}`, import.meta.url), "utf8");
const cdsfView = saved("cdsf-view.graphql");
/** What the CDSF view selects of a committee. */
const committeeSelection = cdsfView.slice(cdsfView.indexOf("{", cdsfView.indexOf("committee(")), cdsfView.lastIndexOf("}"));

export const view: Operation = { name: "CDSF view of one department", query: cdsfView, variables: [{ department: "ZZ", year: 2025 }] };

export const years = Array.from({ length: 10 }, (_, index) => 2017 + index);

export function distinctViews(departments: readonly string[]): Operation {
  const variables = years.flatMap((year) => departments.map((department) => ({ department, year })));
  return { name: `${variables.length} distinct CDSF views`, query: cdsfView, variables };
}

export const national: Operation = {
  name: "national view of three indicators",
  query: `query National($codes: [ID!], $year: Int!) {
    committees { department { code values(years: [$year], indicators: $codes) { indicator { code } observation { value status } } } }
  }`,
  variables: [{ codes: ["B11", "B12", "B13"], year: 2023 }],
};

const communeQuery = `query Commune($code: ID!, $year: Int!) {
  territory(level: COMMUNE, code: $code) { name municipalPopulation { value } values(years: [$year], indicators: ["B01", "B03", "B05", "B08", "places-facility"]) { indicator { code } observation { value } } }
}`;

export const commune: Operation = { name: "one commune", query: communeQuery, variables: [{ code: "52121", year: 2022 }] };

/** Small, and none is asked twice in a while. */
export function distinctCommunes(codes: readonly string[]): Operation {
  return { name: "distinct communes", query: communeQuery, variables: codes.map((code) => ({ code, year: 2022 })) };
}

/** Its answer has megabytes. */
export const everything: Operation = {
  name: "CDSF view of all departments",
  query: `query Everything($year: Int!) { committees ${committeeSelection} }`,
  variables: [{ year: 2025 }],
};
