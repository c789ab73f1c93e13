import { readFileSync } from "node:fs";

export interface Operation {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

const saved = (file: string) => readFileSync(new URL(`../gateway/explorer/queries/${file}`, import.meta.url), "utf8");

/** What is asked of each system. */
export const operations: readonly Operation[] = [
  { name: "CDSF view of one department", query: saved("1-cdsf-view.graphql"), variables: { department: "ZZ", year: 2025 } },
  {
    name: "national view of three indicators",
    query: `query National($codes: [ID!], $year: Int!) {
      departments { code committee { indicators(year: $year, codes: $codes) { definition { code } observation { value status } } } }
    }`,
    variables: { codes: ["B11", "B12", "B13"], year: 2023 },
  },
  {
    name: "one commune",
    query: `query Commune($code: ID!, $year: Int!) {
      commune(code: $code) { name population { value } coverage(year: $year) { mode rate { value } places { value } } }
    }`,
    variables: { code: "52121", year: 2022 },
  },
];
