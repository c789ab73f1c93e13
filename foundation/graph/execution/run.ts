import { type FieldNode, type GraphQLError, locatedError } from "graphql";
import { limitError } from "../../errors.ts";
import { maxAnswered } from "../../limits.ts";
import type { Turns } from "../../turns.ts";
import type { Container, Place } from "./place.ts";

/** Writes a value under a key of an object or a list; `place` is theirs. It never throws: errors are the run's. */
export type Write = (run: Run, value: unknown, container: Container, key: string | number, place: Place) => void;

/** Writes the fields that are asked of an object. It never throws. */
export type WriteFields = (run: Run, object: unknown, data: Container, place: Place) => void;

type Values = Record<string, unknown>;

/** One execution of a compiled operation, while its answer is being written. */
export class Run {
  readonly errors: GraphQLError[] = [];
  /** Why nothing is answered at all: lists in lists are longer than any answer may be. */
  excess: GraphQLError | undefined;
  private admitted = 0;
  private waitingFor = 0;
  private onSettled = () => {};
  private readonly known: Values[] = [];

  /** @param variables coerced */
  constructor(
    readonly context: unknown,
    readonly variables: Values,
    private readonly turns: Turns,
  ) {}

  /** Whether this many more objects of lists may be written. */
  admits(count: number): boolean {
    this.admitted += count;
    if (this.admitted > maxAnswered) this.excess ??= limitError("LISTS_TOO_NESTED", maxAnswered);
    return this.excess === undefined;
  }

  get isWaiting(): boolean {
    return this.waitingFor > 0;
  }

  /** Resolves when nothing is waited for any more. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.onSettled = resolve;
    });
  }

  /** The arguments of a field, read once: all objects of the answer share them. */
  argumentsOf(index: number, read: (variables: Values) => Values): Values {
    this.known[index] ??= read(this.variables);
    return this.known[index];
  }

  /** Waits for a promise; neither callback throws. */
  wait(promise: PromiseLike<unknown>, onValue: (value: unknown) => void, onError: (error: unknown) => void): void {
    this.waitingFor++;
    const then = (write: (settled: unknown) => void) => (settled: unknown) => {
      const end = () => this.end(() => write(settled));
      if (isIterable(settled)) end();
      else this.turns.do(end);
    };
    promise.then(then(onValue), then(onError));
  }

  /** Leaves the event loop to others before it goes on; `write` does not throw. */
  later(write: () => void): void {
    this.waitingFor++;
    this.turns.later(() => this.end(write));
  }

  private end(write: () => void): void {
    write();
    if (--this.waitingFor === 0) this.onSettled();
  }

  /** The value under `key` cannot be given: it becomes null, or what holds it does. */
  fail(error: unknown, nodes: readonly FieldNode[], container: Container, key: string | number, place: Place, nullable: boolean): void {
    if (place.isInNull()) return;
    this.errors.push(locatedError(error, nodes, [...keysTo(place), key]));
    if (nullable) container[key] = null;
    else place.lose();
  }
}

/** What is promised in a list is waited for at once: later, it could fail unheard. */
const isIterable = (value: unknown) => typeof value === "object" && value !== null && Symbol.iterator in value;

const keysTo = ({ prev, key }: Place): (string | number)[] => (prev ? [...keysTo(prev), key] : []);
