import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Restricted } from "../../../foundation/graph/audience.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { Recorded, RecordValuesInput } from "./record-values.input.ts";

@Resolver()
export class RecordingResolver {
  @Mutation(() => Recorded, {
    nullable: true,
    description:
      "Écrit au registre des chiffres dont l'organisme est le producteur, dans les départements de son habilitation : tous ou aucun. Mêmes règles et même secret statistique que l'import du format d'échange « observations ». Null en cas d'erreur seulement.",
  })
  @Restricted("values:write")
  async recordValues(
    @Arg("input", () => RecordValuesInput, { description: "L'envoi." }) input: RecordValuesInput,
    @Ctx() context: Context,
  ): Promise<Recorded> {
    const { recordValues } = await import("./record-values.ts"); // who only reads needs nothing of it
    return recordValues(context, input);
  }
}
