import assert from "node:assert/strict";
import type { Operation } from "./operations.ts";

const extensions = Buffer.from(',"extensions":');

/**
 * What was answered to each question. An answer is compared byte for byte with the first that the same system gave, up to its extensions:
 * the budget that is left is another each time. The first is compared with that of the first system asked, as JSON, the order of keys
 * being free: that takes time, and waits until `compare`.
 */
export class Answers {
  readonly #first = new Map<string, Buffer>();
  readonly #bySystem = new Map<string, Buffer>();
  readonly #unknown: { question: string; system: string; data: Buffer }[] = [];

  /** @param index of the variables that were asked. @returns whether it may be the right one. */
  note(system: string, { query, variables }: Operation, index: number, answer: Buffer): boolean {
    const question = `${query}\n${JSON.stringify(variables[index])}`;
    const key = `${system}\n${question}`;
    const end = answer.lastIndexOf(extensions);
    const data = end < 0 ? answer : answer.subarray(0, end);
    const known = this.#bySystem.get(key);
    if (known) return known.equals(data);
    this.#bySystem.set(key, data);
    this.#unknown.push({ question, system, data });
    return true;
  }

  /** @throws where the systems do not answer the same, or one answers with an error. */
  compare(): void {
    for (const { question, system, data } of this.#unknown.splice(0)) {
      const first = this.#first.get(question) ?? data;
      this.#first.set(question, first);
      const { data: own, errors } = parsed(data);
      assert.equal(errors, undefined, `${system} answers with an error: ${question}`);
      assert.ok(own, `${system} answers without data: ${question}`);
      if (first !== data) assert.deepEqual(own, parsed(first).data, `${system} answers otherwise: ${question}`);
    }
  }
}

/** What was cut before the extensions lacks its end. */
function parsed(data: Buffer): { data?: unknown; errors?: unknown } {
  const text = data.toString().trimEnd();
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text}}`);
  }
}
