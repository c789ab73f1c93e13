import { expect, test } from "vitest";
import { isPublished, isPublishedBy } from "../../../../subgraphs/pmi/plans/published.ts";

test.each([
  [null, "2027-01-31", false],
  ["2027-02-01", "2027-01-31", false],
  ["2027-02-01", "2027-02-01", true],
  ["2027-02-01", "2027-02-02", true],
])("with publication on %s, a review is public on %s: %s", (publishedOn, today, isPublic) => {
  expect(isPublished(publishedOn, today)).toBe(isPublic);
});

test("SQL says the same", () => {
  expect(isPublishedBy("r.published_on", "today")).toBe("r.published_on <= today");
});
