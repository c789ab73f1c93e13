import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { Context, type RowReader } from "../../../../foundation/graph/context.ts";
import { compiledDocuments } from "../../../../foundation/graph/execution/compiled-documents.ts";
import type { AccessJournal } from "../../../../foundation/rights/access-journal.ts";

const people = 2_000;

function work(ms: number): void {
  const started = performance.now();
  while (performance.now() - started < ms);
}

/** Others' requests, as long as it is true: how many turns of the event loop they had. */
async function turnsWhile(isGoingOn: () => boolean): Promise<number> {
  let turns = 0;
  while (isGoingOn()) {
    await new Promise((resolve) => setImmediate(resolve));
    turns++;
  }
  return turns;
}

test.each(["at hand", "promised"])(
  "an answer of %s people leaves the event loop to others, and still loads what they need at once",
  async (kind) => {
    const schema = buildSchema("type Query { people: [Person!]! } type Person { number: Int! friend: Int! }");
    const batches: number[] = [];
    const friends = async (numbers: readonly number[]) => {
      batches.push(numbers.length);
      return numbers.map((number) => number + 1);
    };
    const person = (number: number) => ({
      number() {
        work(0.05);
        return number;
      },
      friend: (_: unknown, context: Context) => context.load(friends, number),
    });
    const all = Array.from({ length: people }, (_, number) => (kind === "at hand" ? person(number) : Promise.resolve(person(number))));
    schema.getQueryType()!.getFields().people!.resolve = () => all;

    let isOver = false;
    const turns = turnsWhile(() => !isOver);
    const context = new Context({} as RowReader, {} as AccessJournal);
    const { data, errors } = await compiledDocuments(schema)({ text: "{ people { number friend } }" }, context);
    isOver = true;

    expect(errors).toBeUndefined();
    expect(data).toEqual({ people: Array.from({ length: people }, (_, number) => ({ number, friend: number + 1 })) });
    expect(batches).toEqual([people]);
    expect(await turns).toBeGreaterThan(5);
  },
);

test("what fails in a later turn empties its list, and nothing fails unheard", async () => {
  const schema = buildSchema("type Query { people: [Person!] } type Person { number: Int! }");
  const failing = { number: () => Promise.reject(new Error("no number")) };
  const slow = {
    number() {
      work(1);
      return 1;
    },
  };
  const all = [...Array.from({ length: 50 }, () => slow), failing, Promise.reject(new Error("nobody")), slow];
  schema.getQueryType()!.getFields().people!.resolve = () => all;
  const { data, errors } = await compiledDocuments(schema)(
    { text: "{ people { number } }" },
    new Context({} as RowReader, {} as AccessJournal),
  );
  expect(data).toEqual({ people: null });
  expect(errors).toHaveLength(1);
});
