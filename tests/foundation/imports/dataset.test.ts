import { expect, test } from "vitest";
import { z } from "zod";
import { type Dataset, defineDataset } from "../../../foundation/imports/dataset.ts";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";

const layout = { name: "numbers", title: "Des chiffres", columns: z.object({}), convert: () => [] };
const protect: Dataset["protect"] = async () => [];

test("numbers that only the hub has come with their protection, and no others do", () => {
  const message = "numbers: a dataset has a protection where only the hub has its numbers";
  expect(() => defineDataset({ ...layout, secrecy: "hub" })).toThrow(message);
  expect(defineDataset({ ...layout, secrecy: "hub", protect })).toMatchObject({ secrecy: "hub", protect });
  for (const secrecy of ["published", "register"] as const) {
    expect(() => defineDataset({ ...layout, secrecy, protect })).toThrow(message);
    expect(defineDataset({ ...layout, secrecy })).toMatchObject({ secrecy });
  }
});

test("the numbers that a partner transmits to the hub alone are protected, whoever he is", async () => {
  const protections = await Promise.all(
    subgraphs.map(async ({ name, datasets }) => [name, (await datasets()).flatMap((each) => (each.protect ? [each.name] : []))]),
  );
  const transmitted = ["observations"];
  expect(Object.fromEntries(protections)).toEqual({
    indicators: [],
    territories: [],
    cdsf: transmitted,
    caf: transmitted,
    pmi: transmitted,
    msa: transmitted,
    "france-travail": transmitted,
    access: [],
  });
});
