import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { forbidden } from "../errors.ts";
import type { Context } from "../graph/context.ts";
import { RequiresScope } from "../graph/journal/protected.ts";
import { recordAccess } from "../graph/journal/record-access.ts";
import { queryOne } from "../graph/readings/query.ts";
import { one } from "../graph/readings/reading.ts";
import { grantFor } from "../rights/rights.ts";
import { Observation, ObservationStatus } from "./observation.ts";
import { departmentsOf } from "./secrecy/territory-parent.ts";
import { WithheldValue } from "./secrecy/withheld-value.ts";

export const withheldValues = one(WithheldValue, "observation");

/** The departments of an observation's territory, for the journal of those who may not see what is withheld. */
export const departmentsOfObservations = queryOne<{ id: string }, { departments: string[] }>({
  parameters: { id: "bigint" },
  text: (names, keys) => `select k.n, ${departmentsOf(names, "o")} as departments
from ${keys} join ${names.table(Observation)} o on o.id = k.id`,
});

const scope = "observations:withheld";

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
    const value = await withheldValues(context, id);
    const departments = value?.departments ?? (await departmentsOfObservations(context, { id }))?.departments ?? [];
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
