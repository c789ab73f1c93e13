import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { hubError } from "../../../foundation/errors.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf, Page, PageArgs, pageOf } from "../../../foundation/graph/connection.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Occupation } from "../occupations/occupation.entity.ts";
import { occupations } from "../occupations/readings.ts";
import { type ListKey, listedNeeds, partsOfNeeds } from "./readings.ts";
import { RecruitmentNeed } from "./recruitment-need.ts";
import { isSummed, summedLevels } from "./sums-of-lines.ts";

export const RecruitmentNeedOrder = enumeration(
  "RecruitmentNeedOrder",
  "Ordre d'une liste de besoins en main-d'œuvre. Ceux qui n'ont pas le chiffre viennent en dernier.",
  {
    TERRITORY: "Par code de territoire.",
    PROJECTS_DESC: "Du plus grand nombre de projets connus au plus petit.",
    DIFFICULT_SHARE_DESC: "De la plus grande part de projets difficiles à la plus petite.",
  },
);
export type RecruitmentNeedOrder = EnumValue<typeof RecruitmentNeedOrder>;

@Open()
@ObjectType({ description: "Une page de besoins en main-d'œuvre." })
export class RecruitmentNeedConnection extends connectionOf(RecruitmentNeed, "RecruitmentNeed", Open()) {}

@ArgsType()
export class RecruitmentNeedsArgs {
  @Field(() => TerritoryLevel, { description: `Échelon : ${summedLevels}.` })
  level!: TerritoryLevel;

  @Field(() => Int, { description: "Année de l'enquête." })
  year!: number;

  @Field(() => ID, { description: "Code métier BMO (FAP), par exemple « T2B60 »." })
  occupation!: string;

  @Field(() => RecruitmentNeedOrder, { defaultValue: RecruitmentNeedOrder.TERRITORY, description: "Ordre." })
  orderBy!: RecruitmentNeedOrder;

  @Field(() => Boolean, { defaultValue: false, description: "Avec les territoires fictifs de démonstration." })
  includeDemonstration!: boolean;
}

@Resolver(() => RecruitmentNeed)
export class RecruitmentNeedResolver {
  @Query(() => RecruitmentNeedConnection, {
    nullable: true,
    description:
      "Besoins en main-d'œuvre d'un métier dans toute la France, à un échelon : les territoires pour lesquels l'enquête a une ligne, fût-elle masquée.",
  })
  @Page()
  async recruitmentNeeds(
    @Args(() => RecruitmentNeedsArgs) { level, year, occupation, orderBy, includeDemonstration }: RecruitmentNeedsArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<RecruitmentNeedConnection> {
    if (!isSummed(level)) throw hubError("BAD_ARGUMENT", `« level » vaut ${level} : l'enquête ne donne que ${summedLevels}.`);
    const { first, after } = PageArgs.check(page);
    const asked = { level, year, occupation, order: orderBy, includeDemonstration };
    const rows = await listedNeeds(context, { ...asked, ...readCursor(after), first: first + 1 });
    const found = rows.filter(({ code }) => code !== null);
    return pageOf(found, { first, after }, rows[0]!.total, ({ orderedBy, code }) => JSON.stringify([orderedBy, code]));
  }

  @FieldResolver(() => Occupation, { nullable: true, description: "Métier ; null si aucun fichier reçu ne contient ce code." })
  occupation(@Root() { occupation }: RecruitmentNeed, @Ctx() context: Context): Read<Occupation | null> {
    return occupations(context, occupation);
  }

  @FieldResolver(() => [RecruitmentNeed], {
    description:
      "Ce dont le chiffre est la somme : de la France, ses régions ; d'une région, ses départements ; d'un département, les parties de bassin qui s'y trouvent ; d'un bassin, ses parties dans chaque département. Une partie n'en a pas.",
  })
  @Directive("@listSize(assumedSize: 6)")
  parts(@Root() need: RecruitmentNeed, @Ctx() context: Context): Read<RecruitmentNeed[]> {
    const { level, code, withinDepartment, withinRegion, year, occupation } = need;
    return withinDepartment === null ? partsOfNeeds(context, { level, code, year, occupation, withinRegion }) : [];
  }
}

/** @throws BAD_CURSOR */
function readCursor(after: string | null): Pick<ListKey, "afterValue" | "afterCode"> {
  if (after === null) return { afterValue: null, afterCode: null };
  try {
    const [afterValue, afterCode] = JSON.parse(after) as unknown[];
    if ((afterValue === null || typeof afterValue === "number") && typeof afterCode === "string") return { afterValue, afterCode };
  } catch {
    // told below
  }
  throw hubError("BAD_CURSOR");
}
