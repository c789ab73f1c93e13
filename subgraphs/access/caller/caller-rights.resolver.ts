import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { clientsById } from "../readings.ts";
import { CallerRights, grantsOf } from "./caller-rights.ts";

@Resolver()
export class CallerRightsResolver {
  @Query(() => CallerRights, {
    nullable: true,
    description: "Droits d'un client à cet instant, pour la passerelle seule ; null si le registre ne le connaît pas.",
  })
  @Directive("@inaccessible")
  async callerRights(
    @Arg("client", () => ID, { description: "Identifiant du client." }) client: string,
    @Ctx() context: Context,
  ): Promise<CallerRights | null> {
    const found = await context.load(clientsById, client);
    return found && { kind: found.kind, grants: grantsOf(found) };
  }
}
