import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { Occupation } from "../occupations/occupation.entity.ts";
import { occupations } from "../occupations/readings.ts";
import { DepartmentWorkforce } from "./department-workforce.ts";
import { type BasinSums, basinSums, type Measure, needsOf } from "./readings.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { recruitmentUnit } from "./recruitment-unit.ts";
import { sumOfBasins } from "./sum-of-basins.ts";

@Resolver(() => DepartmentWorkforce)
export class DepartmentWorkforceResolver {
  @FieldResolver(() => Occupation, { nullable: true, description: "Métier ; null si aucun fichier reçu ne contient ce code." })
  occupation(@Root() { occupation }: DepartmentWorkforce, @Ctx() context: Context): Read<Occupation | null> {
    return occupations(context, occupation);
  }

  @FieldResolver(() => Observation, {
    description: "Nombre de projets de recrutement : somme des bassins d'emploi non masqués du département.",
  })
  async projects(@Root() key: DepartmentWorkforce, @Ctx() context: Context): Promise<Observation> {
    return sumOf(await basinSums(context, { ...key }), "projects");
  }

  @FieldResolver(() => Observation, {
    description: "Nombre de projets jugés difficiles par les employeurs : somme des bassins d'emploi non masqués du département.",
  })
  async difficult(@Root() key: DepartmentWorkforce, @Ctx() context: Context): Promise<Observation> {
    return sumOf(await basinSums(context, { ...key }), "difficult");
  }

  @FieldResolver(() => Observation, {
    description: "Nombre de projets saisonniers : somme des bassins d'emploi non masqués du département.",
  })
  async seasonal(@Root() key: DepartmentWorkforce, @Ctx() context: Context): Promise<Observation> {
    return sumOf(await basinSums(context, { ...key }), "seasonal");
  }

  @FieldResolver(() => [RecruitmentNeed], {
    description: "Le détail, par bassin d'emploi ; vide si le fichier de l'année n'a aucune ligne.",
  })
  @Directive("@listSize(assumedSize: 4)")
  needs(@Root() key: DepartmentWorkforce, @Ctx() context: Context): Read<RecruitmentNeed[]> {
    return needsOf(context, { ...key });
  }
}

function sumOf(sums: BasinSums | null, measure: Measure): Observation {
  if (!sums) return Observation.absent(recruitmentUnit);
  return sumOfBasins({ value: sums[measure], masked: sums[`${measure}Masked`] }, sums.source);
}
