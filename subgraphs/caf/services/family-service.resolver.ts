import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Territory } from "../territory.stub.ts";
import { FamilyService } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";
import { figuresOfService } from "./readings.ts";

@Resolver(() => FamilyService)
export class FamilyServiceResolver {
  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Territoire du service : commune ou EPCI ; null si la source n'en désigne pas un seul.",
  })
  territory(@Root() { territory }: FamilyService): Territory | null {
    return territory === null ? null : Territory.reference({ id: territory });
  }

  @FieldResolver(() => [FamilyServiceFigure], { description: "Chiffres d'activité, la période la plus récente d'abord." })
  @Directive("@listSize(assumedSize: 2)")
  figures(@Root() service: FamilyService, @Ctx() context: Context): Read<FamilyServiceFigure[]> {
    return figuresOfService(context, service.id);
  }
}
