import type { Writer } from "../../imports/writer.ts";
import { register } from "../../territories/register.ts";
import { departmentsOf } from "../../territories/territory-parent.ts";
import { ImportedFile } from "../../imports/imported-file.ts";
import { counts, newestFirst } from "../newest.ts";
import { Observation } from "../observation.ts";
import type { Partner } from "../partner.ts";
import { asTransmitted } from "../secrecy/withheld-value.ts";
import { DeliveredNumber } from "./delivered-number.entity.ts";

/** A number that the hub was not told as it stands. */
export type DueNumber = Pick<
  Observation,
  | "measure"
  | "level"
  | "code"
  | "year"
  | "value"
  | "numerator"
  | "denominator"
  | "status"
  | "notes"
  | "missingParts"
  | "computedBy"
  | "perimeter"
  | "establishments"
  | "largestShare"
> & {
  /** Null: it was withdrawn, and nothing stands in its place. */
  id: string | null;
  printedVintage: string | null;
  /** What made it what it is: numbers of one file are told together. */
  file: string | null;
  /** Whether the hub knows who may write there: it does not of a territory that lies in no department. */
  isPlaced: boolean;
};

interface Asked {
  partner: Partner;
  /** Names of the datasets whose files their publisher made public: the hub imports them itself. */
  published: readonly string[];
}

/** The columns of a key, as they join. */
const key = ["measure", "level", "code", "year"].join(", ");

/**
 * The numbers of a partner that the hub was not told as they stand, true ones where secrecy withholds them: what he transmits, and what follows from
 * his own facts. What a published file says, and what follows from it, is not among them.
 */
export async function dueNumbers({ names, sql }: Writer, { partner, published }: Asked): Promise<DueNumber[]> {
  const observations = names.table(Observation);
  const delivered = names.table(DeliveredNumber);
  const newest = `select distinct on (${key}) t.id, t.measure, t.level, t.code, t.year, s.file_hash, s.printed_vintage
    from ${observations} t join ${names.sourcesOf(Observation)} s on s.id = t.source_id
    where ${counts("t")} and t.measure in (select i.code from "${register}".indicator i where i.producer = $1)
      and not exists (
        select from ${names.table(ImportedFile)} f where f.hash = split_part(s.file_hash, '@', 1) and f.dataset = any($2::text[]))
    order by ${key}, ${newestFirst("t")}`;
  return sql(
    `with newest as materialized (${newest}),
       due as (
         select n.* from newest n left join ${delivered} d using (${key}) where d.observation is distinct from n.id
         union all
         select null, d.measure, d.level, d.code, d.year, null, null from ${delivered} d
         where d.observation is not null and not exists (select from newest n where (n.measure, n.level, n.code, n.year) = (d.measure, d.level, d.code, d.year))),
     placed as (
       select level, code, year, cardinality(${departmentsOf(names, "spot")}) > 0 as is_placed
       from (select distinct level, code, year from due) spot)
     select u.id, u.measure, u.level, u.code, u.year, u.file_hash as file, u.printed_vintage as "printedVintage",
       o.value, o.numerator, o.denominator, coalesce(o.status, 'NOT_TRANSMITTED') as status, coalesce(o.notes, '{}') as notes,
       o.missing_parts as "missingParts", o.computed_by as "computedBy", o.perimeter, o.establishments, o.largest_share as "largestShare",
       p.is_placed as "isPlaced"
     from due u join placed p using (level, code, year) left join lateral (${asTransmitted(names, "t.id = u.id")}) o on true
     order by u.id nulls last, ${key}`,
    [partner, published],
  );
}

/** Notes that the hub has them. */
export async function noteDelivered({ names, sql }: Writer, numbers: readonly DueNumber[]): Promise<void> {
  await sql(
    `insert into ${names.table(DeliveredNumber)} (${key}, observation)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[])
     on conflict (${key}) do update set observation = excluded.observation`,
    [
      numbers.map(({ measure }) => measure),
      numbers.map(({ level }) => level),
      numbers.map(({ code }) => code),
      numbers.map(({ year }) => year),
      numbers.map(({ id }) => id),
    ],
  );
}
