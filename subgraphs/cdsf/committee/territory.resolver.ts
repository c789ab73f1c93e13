import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { committees } from "./readings.ts";

@Resolver(() => Territory)
export class TerritoryResolver {
  @FieldResolver(() => FamilyServicesCommittee, {
    nullable: true,
    description: "Comité départemental des services aux familles d'un département ; null si ce territoire n'en a pas.",
  })
  committee(@Root() { level, code }: Territory, @Ctx() context: Context): Read<FamilyServicesCommittee | null> {
    return level === TerritoryLevel.DEPARTMENT ? committees(context, code) : null;
  }
}
