import { Arg, Ctx, Directive, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import { Habilitation } from "../habilitations/habilitation.entity.ts";
import { CallerRights, grantsOf } from "./caller-rights.ts";
import { callers } from "./readings.ts";

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
    const found = await callers(context, { client });
    return found && { kind: found.kind, grants: grantsOf(found.habilitations.map((row) => Object.assign(new Habilitation(), row))) };
  }
}
