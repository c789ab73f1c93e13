import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { hubError } from "../../errors.ts";
import { journalTable } from "../../rights/access-journal.ts";
import { Page, PageArgs, pageOf } from "../connection.ts";
import type { Context } from "../context.ts";
import type { Part } from "../part.ts";
import { query } from "../readings/query.ts";
import { DateTimeScalar } from "../scalars.ts";
import { AccessRecord, AccessRecordConnection } from "./access-record.ts";
import { Protected } from "./protected.ts";

interface JournalPage {
  department: string;
  from: Date | null;
  to: Date | null;
  /** Number of the last record of the previous page. */
  after: string | null;
  first: number;
}

/** What lets the owner of a subgraph's restricted data see who read them and why: the query `pmiAccessJournal`. */
export function journal(name: string): Part {
  const table = journalTable(name);
  const inPeriod = `k.department = any(j.departments) and (k."from" is null or j.at >= k."from") and (k."to" is null or j.at < k."to")`;
  const accessRecords = query<JournalPage, AccessRecord & { total: number }>({
    parameters: { department: "text", from: "timestamptz", to: "timestamptz", after: "bigint", first: "int" },
    audience: "restricted",
    as: AccessRecord as never,
    text: (_, keys) => `select k.n, c.total, r.*
from ${keys}
cross join lateral (select count(*)::int as total from ${table} j where ${inPeriod}) c
left join lateral (
  select j.id, j.at, j.client, j.habilitation, j.purpose, j.operation, j.scope, j.subject, j.rows, j.allowed from ${table} j
  where ${inPeriod} and (k.after is null or j.id < k.after) order by j.id desc limit k.first) r on true
order by k.n, r.id desc`,
  });

  @Resolver()
  class AccessJournalResolver {
    @Query(() => AccessRecordConnection, {
      name: `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}AccessJournal`,
      nullable: true,
      description:
        "Qui a lu ou demandé les données restreintes d'un département, quand et pour quelle finalité, du plus récent au plus ancien. Réservé aux propriétaires des données.",
    })
    @Page()
    @Protected({
      scope: "access-journal:read",
      departments: (_, { department }) => [department as string],
      subject: (_, { department }) => `AccessJournal:${department}`,
    })
    async journal(
      @Arg("department", () => ID, { description: "Code du département." }) department: string,
      @Arg("from", () => DateTimeScalar, { nullable: true, description: "À partir de cet instant." }) from: Date | undefined,
      @Arg("to", () => DateTimeScalar, { nullable: true, description: "Jusqu'à cet instant, exclu." }) to: Date | undefined,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() context: Context,
    ): Promise<AccessRecordConnection> {
      const { first, after } = PageArgs.check(page);
      if (after !== null && !/^\d{1,18}$/.test(after)) throw hubError("BAD_CURSOR");
      const records = await accessRecords(context, { department, from: from ?? null, to: to ?? null, after, first: first + 1 });
      return pageOf(
        records.filter(({ id }) => id !== null),
        { first, after },
        records[0]!.total,
        ({ id }) => id,
      );
    }
  }
  return { resolvers: [AccessJournalResolver], readings: { accessRecords } };
}
