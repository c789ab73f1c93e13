import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Occupation } from "../occupations/occupation.entity.ts";

/** One line of the survey. A basin that spans departments has one line in each; a null number is masked by the publisher. */
@Entity()
@Index({ properties: ["department", "year", "occupation"] })
@Open()
@ObjectType({
  description:
    "Besoins en main-d'œuvre : projets de recrutement que les employeurs déclarent pour l'année, pour un métier, dans la partie d'un bassin d'emploi située dans un département (enquête BMO de France Travail).",
})
export class RecruitmentNeed {
  @PrimaryKey({ type: "integer" })
  @Field(() => Int, { description: "Année de l'enquête." })
  year!: number;

  @ManyToOne(() => Occupation, { mapToPk: true, primary: true })
  occupation!: string;

  /** Its code. */
  @PrimaryKey({ type: "text" })
  employmentBasin!: string;

  @PrimaryKey({ type: "text" })
  department!: string;

  @Property({ type: "integer", nullable: true })
  projects!: number | null;

  @Property({ type: "integer", nullable: true })
  difficult!: number | null;

  @Property({ type: "integer", nullable: true })
  seasonal!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
