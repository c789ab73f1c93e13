import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Territory } from "../territory.stub.ts";
import { FamilyService } from "./family-service.entity.ts";
import { activityOf } from "./readings.ts";
import { ServiceActivity } from "./service-activity.entity.ts";

@Resolver(() => FamilyService)
export class FamilyServiceResolver {
  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Territoire du service : commune ou EPCI ; null si la source n'en désigne pas un seul.",
  })
  territory(@Root() { territory }: FamilyService): Territory | null {
    return territory === null ? null : Territory.reference({ id: territory });
  }

  @FieldResolver(() => [ServiceActivity], {
    description: "Ce que le service a fait, l'année la plus récente d'abord. Les chiffres de tout un département sont dans « values ».",
  })
  @Directive("@listSize(assumedSize: 2)")
  activity(@Root() { id }: FamilyService, @Ctx() context: Context): Read<ServiceActivity[]> {
    return activityOf(context, id);
  }
}
