import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { forbidden } from "../errors.ts";
import { type Batch, byKey, type Context } from "../graph/context.ts";
import { RequiresScope } from "../graph/protected.ts";
import { sql, tableOf } from "../postgres/sql.ts";
import { recordAccess } from "../rights/access-journal.ts";
import { grantFor } from "../rights/rights.ts";
import { Observation, ObservationStatus } from "./observation.ts";
import { departmentsOf } from "./territory-parent.ts";
import { WithheldValue } from "./withheld-value.ts";

const withheldValues = byKey<string, WithheldValue>(
  (ids, { em }) => em.find(WithheldValue, { observation: { $in: ids } }),
  ({ observation }) => String(observation), // the driver may give a BigInt
);

const scope = "observations:withheld";

/** The departments of an observation's territory, for the journal of those who may not see what is withheld. */
const departmentsById: Batch<string, string[]> = async (ids, { em }) => {
  const rows = await sql<{ id: string; departments: string[] }>(
    em,
    `select o.id::text as id, ${departmentsOf(em, "o")} as departments from ${tableOf(em, Observation)} o where o.id = any($1)`,
    [ids],
  );
  const found = new Map(rows.map(({ id, departments }) => [id, departments]));
  return ids.map((id) => found.get(id) ?? []);
};

@Resolver(() => Observation)
export class ObservationResolver {
  /** The territory is known from the withheld row only, which the database shows to those who may see it. */
  @FieldResolver(() => WithheldValue, {
    nullable: true,
    description:
      "Le chiffre que le secret statistique retient (status SUPPRESSED) ; null si rien n'est retenu ou si le producteur l'a masqué lui-même. Réservé aux habilités de son territoire.",
  })
  @RequiresScope(scope)
  async withheld(@Root() observation: Observation, @Ctx() context: Context): Promise<WithheldValue | null> {
    const { id, status, secrecyRule, measure, level, code, year } = observation;
    if (status !== ObservationStatus.SUPPRESSED || secrecyRule === null || id === undefined) return null;
    const value = await context.load(withheldValues, id);
    const departments = value?.departments ?? (await context.load(departmentsById, String(id)));
    const grant = value && grantFor(context.rights, scope, departments);
    await recordAccess(context, {
      scope,
      subject: ["Observation", measure, level, code, year].join(":"),
      departments,
      rows: grant ? 1 : 0,
      habilitation: grant?.habilitation ?? null,
      purpose: grant?.purpose ?? null,
      allowed: Boolean(grant),
    });
    if (!grant) throw forbidden(scope, departments);
    return value;
  }
}
