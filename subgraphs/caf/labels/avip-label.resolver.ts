import { Arg, Args, Ctx, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { isBetween, today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { DateRange } from "../../../foundation/graph/date-range.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { ChildcareFacility } from "../funding/childcare-facility.stub.ts";
import { Territory } from "../territory.stub.ts";
import { AvipLabel } from "./avip-label.entity.ts";
import { labelsOfDepartment, labelsOfFacility } from "./readings.ts";

@Open()
@ObjectType({ description: "Une page de labels Avip." })
class AvipLabelConnection extends connectionOf(AvipLabel, "AvipLabel", Open()) {}

@Resolver(() => AvipLabel)
export class AvipLabelResolver {
  @FieldResolver(() => ChildcareFacility, { nullable: true, description: "Établissement labellisé." })
  facility(@Root() { facilityId }: AvipLabel): ChildcareFacility {
    return ChildcareFacility.of(facilityId);
  }
}

@Resolver(() => ChildcareFacility)
export class LabelledFacilityResolver {
  @FieldResolver(() => AvipLabel, { nullable: true, description: "Label Avip en cours ; null s'il n'en a pas ce jour-là." })
  async avip(
    @Root() { id }: ChildcareFacility,
    @Arg("on", () => DateScalar, { nullable: true, description: "Jour auquel on regarde ; par défaut, aujourd'hui à Paris." })
    on: string | Date | undefined,
    @Ctx() context: Context,
  ): Promise<AvipLabel | null> {
    const day = on == null ? today() : isoDay(on);
    const labels = await labelsOfFacility(context, id);
    return labels.find(({ labelledOn, until }) => isBetween(day, labelledOn, until)) ?? null;
  }
}

@Resolver(() => Territory)
export class TerritoryLabelsResolver {
  @FieldResolver(() => AvipLabelConnection, {
    nullable: true,
    description: "Labels Avip des établissements d'un département, par établissement ; null à un autre échelon.",
  })
  @Page()
  avipLabels(
    @Root() { level, code }: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("labelledBetween", () => DateRange, { nullable: true, description: "Ceux qui ont été donnés dans cette période." })
    labelledBetween: DateRange | undefined,
    @Ctx() context: Context,
  ): Promise<AvipLabelConnection> | null {
    if (level !== TerritoryLevel.DEPARTMENT) return null;
    return labelsOfDepartment.page(context, code, page, { labelledOn: DateRange.check("labelledBetween", labelledBetween) });
  }
}
