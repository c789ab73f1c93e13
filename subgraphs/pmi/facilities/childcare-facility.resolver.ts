import { raw } from "@mikro-orm/core";
import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { today } from "../../../foundation/day.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Commune } from "../commune.stub.ts";
import { Department } from "../department.stub.ts";
import { facilitiesById } from "../readings.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { FacilityCategory, FacilitySizeClass } from "./facility-category.ts";
import { openOn } from "./open-on.ts";
import { capacityRange } from "./size-class.ts";

@Open()
@ObjectType({ description: "Une page d'établissements, et la capacité de toute la liste." })
export class FacilityConnection extends connectionOf(ChildcareFacility, "Facility", Open()) {
  @Field(() => Observation, { description: "Capacité autorisée de tous les établissements de la liste, en places." })
  totalCapacity!: Observation;
}

@Resolver(() => ChildcareFacility)
export class ChildcareFacilityResolver {
  @Query(() => ChildcareFacility, {
    nullable: true,
    description: "Un établissement d'accueil du jeune enfant par son identifiant ; null s'il n'existe pas.",
  })
  facility(
    @Arg("id", () => ID, { description: "Identifiant dans le hub." }) id: string,
    @Ctx() context: Context,
  ): Promise<ChildcareFacility | null> {
    return context.load(facilitiesById, id);
  }

  @Query(() => FacilityConnection, {
    nullable: true,
    description: "Établissements d'accueil du jeune enfant d'un département, ouverts à une date, par identifiant.",
  })
  async facilities(
    @Arg("department", () => ID, { description: "Code du département." }) department: string,
    @Arg("onDate", () => DateScalar, { nullable: true, description: "Ceux qui étaient ouverts ce jour-là ; par défaut, aujourd'hui." })
    onDate: string | undefined,
    @Arg("categories", () => [FacilityCategory], { nullable: true, description: "Ne garder que ces catégories." })
    categories: FacilityCategory[] | undefined,
    @Arg("sizeClass", () => FacilitySizeClass, { nullable: true, description: "Ne garder que cette classe de taille." })
    sizeClass: FacilitySizeClass | undefined,
    @Arg("commune", () => ID, { nullable: true, description: "Ne garder que cette commune (code Insee)." }) commune: string | undefined,
    @Arg("openedAfter", () => DateScalar, {
      nullable: true,
      description: "Ne garder que ceux dont l'ouverture est connue et postérieure à cette date.",
    })
    openedAfter: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: Context,
  ): Promise<FacilityConnection> {
    const { first, after } = PageArgs.check(page);
    const wanted = {
      $and: [
        { departmentCode: department },
        openOn(isoDay(onDate) ?? today(department)),
        ...(categories ? [{ category: { $in: categories } }] : []),
        ...(sizeClass ? [{ $or: sizeFilters(sizeClass) }] : []),
        ...(commune ? [{ communeCode: commune }] : []),
        ...(openedAfter ? [{ openedOn: { $gt: isoDay(openedAfter) } }] : []),
      ],
    };
    const rows = await em.find(
      ChildcareFacility,
      { $and: [...wanted.$and, ...(after ? [{ id: { $gt: after } }] : [])] },
      { orderBy: { id: "asc" }, limit: first + 1, populate: ["source"] },
    );
    const [total] = await em
      .createQueryBuilder(ChildcareFacility, "f")
      .select([raw("count(*)::int as count"), raw("sum(authorised_places)::int as places")])
      .where(wanted)
      .execute<{ count: number; places: number | null }[]>("all", false);
    return {
      ...pageOf(rows, first, total!.count, ({ id }) => id),
      totalCapacity:
        total!.places === null
          ? Observation.absent("places")
          : Observation.of({
              value: total!.places,
              unit: "places",
              status: ObservationStatus.PUBLISHED,
              computedBy: "hub : somme des capacités autorisées",
              source: rows[0]?.source ?? null,
            }),
    };
  }

  @FieldResolver(() => Department, { nullable: true, description: "Département." })
  department(@Root() { departmentCode }: ChildcareFacility): Department {
    return Object.assign(new Department(), { code: departmentCode });
  }

  @FieldResolver(() => Commune, {
    nullable: true,
    description: "Commune ; null si la source ne l'identifie pas sans ambiguïté (voir printedCommune).",
  })
  commune(@Root() { communeCode }: ChildcareFacility): Commune | null {
    return communeCode === null ? null : Object.assign(new Commune(), { code: communeCode });
  }
}

/** The scalar gives a Date or its text. */
function isoDay(value: string | Date | undefined): string | undefined {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

function sizeFilters(sizeClass: FacilitySizeClass) {
  return Object.values(FacilityCategory).flatMap((category) => {
    const authorisedPlaces = capacityRange(category, sizeClass);
    return authorisedPlaces ? [{ category, authorisedPlaces }] : [];
  });
}
