import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Restricted } from "../graph/audience.ts";
import type { Context } from "../graph/context.ts";
import { readProtected } from "../graph/journal/read-protected.ts";
import { queryOne } from "../graph/readings/query.ts";
import { one } from "../graph/readings/reading.ts";
import { Observation } from "./observation.ts";
import { departmentsOf } from "../territories/territory-parent.ts";
import { WithheldValue } from "./secrecy/withheld-value.ts";

export const withheldValues = one(WithheldValue, "observation", { audience: "restricted" });

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
      "Le chiffre que le secret statistique retient (status SUPPRESSED), ou dont il retient le numérateur ou le dénominateur ; null si rien n'est retenu ou si le producteur l'a masqué lui-même. Réservé aux habilités de son territoire.",
  })
  @Restricted(scope)
  async withheld(@Root() observation: Observation, @Ctx() context: Context): Promise<WithheldValue | null> {
    const { id, secrecyRule, measure, level, code, year } = observation;
    if (secrecyRule === null || id === undefined) return null;
    const value = await withheldValues(context, id);
    const departments = value?.departments ?? (await departmentsOfObservations(context, { id }))?.departments ?? [];
    const subject = ["Observation", measure, level, code, year].join(":");
    return readProtected(context, { scope, subject, departments }, async () => value);
  }
}
