import { Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { grantsOf } from "../caller/caller-rights.ts";
import { allClients } from "../readings.ts";
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
    const clients = await allClients(context);
    return clients.map((client) => ({
      id: client.id,
      scopes: [...new Set(grantsOf(client).flatMap(({ scopes }) => scopes))],
      keys: client.keys.map((key) => JSON.stringify(key)),
    }));
  }
}
