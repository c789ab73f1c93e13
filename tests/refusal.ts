import { expect } from "vitest";
import type { Command } from "./command.ts";

/** Nothing is said but one French sentence, on stderr, and the exit code is 1. */
export async function expectRefusal(command: Command, sentence: RegExp): Promise<void> {
  await using refused = command;
  const { code, stdout, stderr } = await refused.ended;
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .+:\d+|node_modules|Error:/);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
}
