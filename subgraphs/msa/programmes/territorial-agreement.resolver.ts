import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { programmesOfAgreement } from "./readings.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";
import { TerritorialAgreement } from "./territorial-agreement.stub.ts";

@Resolver(() => TerritorialAgreement)
export class TerritorialAgreementResolver {
  @FieldResolver(() => [RuralProgramme], {
    nullable: true,
    description: "Programmes de la MSA qui complètent la convention, du plus récent au plus ancien. Null seulement en cas d'erreur.",
  })
  @Directive("@listSize(assumedSize: 2)")
  ruralProgrammes(@Root() agreement: TerritorialAgreement, @Ctx() context: Context): Read<RuralProgramme[]> {
    return programmesOfAgreement(context, agreement.id);
  }
}
