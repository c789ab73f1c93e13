import { Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Territory } from "../territory.stub.ts";
import type { Measure, Sums } from "./sums-of-lines.ts";
import { computedByHub } from "../../../foundation/numbers/computed-by.ts";

/** What is asked for: an occupation, a year, a territory. */
export interface NeedKey {
  level: TerritoryLevel;
  code: string;
  year: number;
  occupation: string;
}

const unit = "projets de recrutement";

@Open()
@ObjectType({
  description:
    "Besoins en main-d'œuvre : projets de recrutement que les employeurs d'un territoire déclarent pour l'année, pour un métier (enquête BMO de France Travail). L'éditeur ne publie que des bassins d'emploi, coupés aux limites des départements : le hub additionne ces parties de bassin, et dit combien sont masquées.",
})
export class RecruitmentNeed implements NeedKey, Sums {
  level!: TerritoryLevel;
  code!: string;
  /** Of a part of a basin: the department in which it lies. */
  withinDepartment: string | null = null;
  /** Of a department that the survey puts in two regions: the one in which this part lies. */
  withinRegion: string | null = null;
  occupation!: string;

  @Field(() => Int, { description: "Année de l'enquête." })
  year!: number;

  /** How many lines of the survey it adds up; 0: there is none. */
  lines = 0;
  projectsKnown: number | null = null;
  projectsMasked = 0;
  difficultKnown: number | null = null;
  difficultMasked = 0;
  seasonalKnown: number | null = null;
  seasonalMasked = 0;
  source: Source | null = null;

  @Field(() => ID, {
    description:
      "Identifiant : enquête, métier, territoire et année, par exemple « BMO:T2B60:DEPARTMENT:52:2025 » ; d'une partie de bassin, le département aussi, d'une partie de département, la région.",
  })
  get id(): string {
    const { occupation, level, code, year } = this;
    return ["BMO", occupation, level, code, ...this.limit, year].join(":");
  }

  @Field(() => Territory, { nullable: true, description: "Bassin d'emploi, département, région ou France." })
  get territory(): Territory {
    return Territory.of(this.level, this.code);
  }

  @Field(() => Territory, {
    nullable: true,
    description:
      "Département auquel le chiffre d'un bassin est limité, ou région à laquelle celui d'un département l'est, là où l'enquête met un de ses bassins dans une autre : il ne porte que sur la partie qui s'y trouve. Null s'il porte sur tout le territoire.",
  })
  get within(): Territory | null {
    const { limit } = this;
    return limit.length === 0 ? null : Territory.of(...limit);
  }

  /** The territory in which the part lies that it is of, if it is of a part. */
  private get limit(): [TerritoryLevel, string] | [] {
    if (this.withinDepartment !== null) return [TerritoryLevel.DEPARTMENT, this.withinDepartment];
    return this.withinRegion === null ? [] : [TerritoryLevel.REGION, this.withinRegion];
  }

  @Field(() => Observation, {
    description:
      "Nombre de projets de recrutement : somme des parties de bassin non masquées. LOWER_BOUND s'il en manque (missingParts), SUPPRESSED si toutes sont masquées (missingParts aussi), NOT_TRANSMITTED si l'enquête n'a aucune ligne.",
  })
  get projects(): Observation {
    return this.sumOf("projects");
  }

  @Field(() => Observation, {
    description:
      "Nombre de projets de recrutement que les employeurs jugent difficiles : somme des parties de bassin non masquées, comme « projects ».",
  })
  get difficult(): Observation {
    return this.sumOf("difficult");
  }

  @Field(() => Observation, {
    description: "Nombre de projets de recrutement saisonniers : somme des parties de bassin non masquées, comme « projects ».",
  })
  get seasonal(): Observation {
    return this.sumOf("seasonal");
  }

  @Field(() => Observation, {
    description:
      "Part des projets de recrutement jugés difficiles, en %, avec ses deux termes. SUPPRESSED dès qu'une partie de bassin est masquée : ce qui est connu n'en est pas un minorant. NOT_APPLICABLE s'il n'y a aucun projet.",
  })
  get difficultShare(): Observation {
    const { lines, projectsMasked, difficultMasked, projectsKnown: denominator, difficultKnown: numerator, source } = this;
    const share = { value: null, unit: "%", source };
    if (lines === 0) return Observation.of({ ...share, status: ObservationStatus.NOT_TRANSMITTED });
    if (projectsMasked > 0 || difficultMasked > 0) return Observation.of({ ...share, status: ObservationStatus.SUPPRESSED });
    if (!denominator) return Observation.of({ ...share, status: ObservationStatus.NOT_APPLICABLE, numerator, denominator });
    return Observation.of({
      ...share,
      value: Math.round((numerator! / denominator) * 1000) / 10,
      status: ObservationStatus.PUBLISHED,
      numerator,
      denominator,
      computedBy: computedByHub("projets difficiles rapportés aux projets, aucune partie de bassin n'étant masquée"),
    });
  }

  /** What a line prints is its publisher's number, and no sum of the hub's. */
  private sumOf(measure: Measure): Observation {
    const { [`${measure}Known` as const]: value, [`${measure}Masked` as const]: masked, lines, source } = this;
    if (lines === 0) return Observation.absent(unit);
    if (value === null) return Observation.of({ value, status: ObservationStatus.SUPPRESSED, missingParts: masked, unit, source });
    return Observation.of({
      value,
      status: masked > 0 ? ObservationStatus.LOWER_BOUND : ObservationStatus.PUBLISHED,
      missingParts: masked > 0 ? masked : null,
      unit,
      source,
      computedBy: lines > 1 ? computedByHub("somme des bassins d'emploi non masqués") : null,
    });
  }

  static of(values: NeedKey & Partial<RecruitmentNeed>): RecruitmentNeed {
    return Object.assign(new RecruitmentNeed(), values);
  }
}
