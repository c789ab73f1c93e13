import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { maxRows } from "../../../foundation/limits.ts";
import { Client } from "../clients/client.entity.ts";
import { clients } from "../clients/readings.ts";
import { Habilitation } from "../habilitations/habilitation.entity.ts";
import { habilitationsOf } from "../habilitations/readings.ts";
import { CallerLimits } from "./caller-limits.ts";

@Resolver(() => Client)
export class CallerResolver {
  @Query(() => Client, {
    nullable: true,
    description:
      "L'appelant et ses droits, d'après son jeton ; null sans jeton, puisque les données ouvertes se lisent sans être connu, ou si le client ne figure plus au registre.",
  })
  async me(@Ctx() context: Context): Promise<Client | null> {
    const { client } = context.rights;
    return client === null ? null : clients(context, client);
  }

  @FieldResolver(() => CallerLimits, { description: "Ses limites, d'après sa nature." })
  limits(@Root() { kind }: Client, @Ctx() { budgets }: Context): CallerLimits {
    return CallerLimits.of(kind, budgets);
  }

  @Directive("@listSize(assumedSize: 3)")
  @FieldResolver(() => [Habilitation], {
    description: `Habilitations en vigueur ou à venir, dans l'ordre de leur dernier jour de validité (${maxRows} au plus). Une habilitation expirée ou révoquée n'y figure plus.`,
  })
  async habilitations(@Root() { id }: Client, @Ctx() context: Context): Promise<Habilitation[]> {
    const habilitations = await habilitationsOf(context, id);
    return habilitations.filter(({ isOver }) => !isOver).slice(0, maxRows);
  }
}
