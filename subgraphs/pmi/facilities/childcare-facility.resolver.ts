import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { Known, knownText, withKnown } from "../../../foundation/numbers/known.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { FacilityCategory, FacilitySizeClass } from "../../../foundation/terms/facility-category.ts";
import { facilities, knownFacilities, knownFacilitiesOfDepartment, knownRealFacilities, openFacilities } from "./readings.ts";
import { capacityRange } from "./size-class.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

@Open()
@ObjectType({ description: "Une page d'établissements, et la capacité de toute la liste." })
export class FacilityConnection extends connectionOf(ChildcareFacility, "Facility", Open()) {
  @Field(() => Observation, { description: "Capacité autorisée de tous les établissements de la liste, en places." })
  totalCapacity!: Observation;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Le jour le plus ancien auquel une source décrit l'un de ces établissements (statedOn) : rien n'est dit de ce qu'ils sont devenus depuis. Null si la liste est vide.",
  })
  describedOn!: string | null;

  @Field(() => Known, { description: knownText })
  known!: Known;
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
  ): Read<ChildcareFacility | null> {
    return facilities(context, id);
  }

  @Query(() => FacilityConnection, {
    nullable: true,
    description:
      "Établissements d'accueil du jeune enfant que le hub connaît, d'un département ou de toute la France, par identifiant : tels que leur source les décrit en dernier (voir describedOn), ou ouverts à une date.",
  })
  @Page()
  async facilities(
    @Arg("department", () => ID, { nullable: true, description: "Code du département ; par défaut, toute la France." })
    department: string | undefined,
    @Arg("activeOn", () => DateScalar, {
      nullable: true,
      description:
        "Ceux qui étaient ouverts ce jour-là, d'après ce que leur source sait ; par défaut, tous ceux que leur source dit ouverts.",
    })
    activeOn: string | undefined,
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
    @Arg("authorisationEndsBefore", () => DateScalar, {
      nullable: true,
      description: "Ne garder que ceux dont l'autorisation est connue et finit avant cette date.",
    })
    authorisationEndsBefore: string | undefined,
    @Arg("includeDemonstration", () => Boolean, {
      defaultValue: false,
      description: "Pour toute la France, avec ceux du département fictif de démonstration.",
    })
    includeDemonstration: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<FacilityConnection> {
    const { first, after } = PageArgs.check(page);
    const rows = await openFacilities(context, {
      department: department ?? null,
      includeDemonstration,
      activeOn: activeOn ? isoDay(activeOn) : null,
      categories: categories ?? null,
      sizes: sizeClass ? sizesOf(sizeClass) : null,
      commune: commune ?? null,
      openedAfter: openedAfter ? isoDay(openedAfter) : null,
      authorisationEndsBefore: authorisationEndsBefore ? isoDay(authorisationEndsBefore) : null,
      after,
      first: first + 1,
    });
    const { total, places, describedOn } = rows[0]!;
    const found = rows.filter(({ id }) => id !== null);
    const list = {
      ...pageOf(found, { first, after }, total, ({ id }) => id),
      describedOn,
      totalCapacity:
        places === null
          ? Observation.absent("places")
          : Observation.of({
              value: places,
              unit: "places",
              status: ObservationStatus.PUBLISHED,
              computedBy: computedByHub("somme des capacités autorisées"),
              source: found[0]?.source ?? null,
            }),
    };
    if (department != null) return withKnown(list, knownFacilitiesOfDepartment, context, department);
    return withKnown(list, includeDemonstration ? knownFacilities : knownRealFacilities, context, null);
  }

  @FieldResolver(() => Territory, { nullable: true, description: "Département." })
  department(@Root() { departmentCode }: ChildcareFacility): Territory {
    return Territory.of(TerritoryLevel.DEPARTMENT, departmentCode);
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: "Commune ; null si la source ne l'identifie pas sans ambiguïté (voir printedCommune).",
  })
  commune(@Root() { communeCode }: ChildcareFacility): Territory | null {
    return communeCode === null ? null : Territory.of(TerritoryLevel.COMMUNE, communeCode);
  }
}

function sizesOf(sizeClass: FacilitySizeClass) {
  return Object.values(FacilityCategory).flatMap((category) => {
    const range = capacityRange(category, sizeClass);
    return range ? [{ category, ...range }] : [];
  });
}
