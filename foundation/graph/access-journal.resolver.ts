import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { hubError } from "../errors.ts";
import { sql } from "../postgres/sql.ts";
import { journalTable } from "../rights/access-journal.ts";
import { AccessRecord, AccessRecordConnection } from "./access-record.ts";
import { Page, PageArgs, pageOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { Protected } from "./protected.ts";
import { DateTimeScalar } from "./scalars.ts";

/** The query by which the owner of a subgraph's restricted data sees who read them and why: `pmiAccessJournal`. */
export function accessJournalResolver(name: string) {
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
      @Ctx() { em }: Context,
    ): Promise<AccessRecordConnection> {
      const { first, after } = PageArgs.check(page);
      if (after !== null && !/^\d{1,18}$/.test(after)) throw hubError("BAD_CURSOR");
      const rows = await sql<AccessRecord & { total: number }>(
        em,
        `with wanted as materialized (
           select * from ${journalTable(name)} where $1 = any(departments)
             and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3))
         select total, r.id, r.at, client, habilitation, purpose, operation, scope, subject, rows, allowed
         from (select count(*)::int as total from wanted) t
         left join (select * from wanted where $4::bigint is null or id < $4 order by id desc limit $5) r on true order by r.id desc`,
        [department, from ?? null, to ?? null, after, first + 1],
      );
      const records = rows.filter(({ id }) => id !== null).map((row) => Object.assign(new AccessRecord(), row, { at: new Date(row.at) }));
      return pageOf(records, { first, after }, rows[0]!.total, ({ id }) => id);
    }
  }
  return AccessJournalResolver;
}
