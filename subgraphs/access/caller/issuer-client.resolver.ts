import { Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { allClients } from "../clients/readings.ts";
import { habilitationsOf } from "../habilitations/readings.ts";
import { grantsOf } from "./caller-rights.ts";
import { IssuerClient } from "./issuer-client.ts";

@Resolver()
export class IssuerClientResolver {
  @Directive("@listSize(assumedSize: 50)")
  @Query(() => [IssuerClient], {
    nullable: true,
    description: "Clients du registre, pour l'émetteur de jetons de développement seul. Null seulement en cas d'erreur.",
  })
  @Directive("@inaccessible")
  async issuerClients(@Ctx() context: Context): Promise<IssuerClient[]> {
    const clients = await allClients(context, {});
    return Promise.all(
      clients.map(async ({ id, keys }) => ({
        id,
        scopes: [...new Set(grantsOf(await habilitationsOf(context, id)).flatMap(({ scopes }) => scopes))],
        keys: keys.map((key) => JSON.stringify(key)),
      })),
    );
  }
}
