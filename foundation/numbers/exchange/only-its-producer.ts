import type { Afterwards } from "../../imports/dataset.ts";
import { register } from "../../territories/register.ts";
import { Observation } from "../observation.ts";
import type { Partner } from "../partner.ts";

/** French: why a partner may not transmit another's number. */
export const anothers = (producer: Partner) => `cet indicateur est transmis par son producteur (${producer}) : retirez la ligne`;

/** A number is its producer's to transmit: nobody writes over another's. */
export const onlyItsProducer =
  (partner: Partner): Afterwards =>
  async ({ sql }, { writes }) => {
    const rows = writes
      .filter(({ entity }) => entity === Observation)
      .map(({ line, values }) => ({ line, measure: (values as Observation).measure }));
    const others = await sql<{ code: string; producer: Partner }>(
      `select code, producer from "${register}".indicator where code = any($1::text[]) and producer <> $2`,
      [[...new Set(rows.map(({ measure }) => measure))], partner],
    );
    const producers = new Map(others.map(({ code, producer }) => [code, producer]));
    return rows.flatMap(({ line, measure }) => {
      const producer = producers.get(measure);
      if (!producer) return [];
      return { line, column: "indicateur", value: measure, reason: anothers(producer) };
    });
  };
