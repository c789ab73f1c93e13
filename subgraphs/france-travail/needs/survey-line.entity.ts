import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Occupation } from "../occupations/occupation.entity.ts";

/** One line of the survey. A basin that spans departments has one line in each; a null number is masked by the publisher. */
@Entity()
@Index({ properties: ["year", "department", "region"] })
export class SurveyLine {
  @PrimaryKey({ type: "integer" })
  year!: number;

  @ManyToOne(() => Occupation, { mapToPk: true, primary: true })
  occupation!: string;

  /** Codes of the territories in which it lies. */
  @PrimaryKey({ type: "text" })
  employmentBasin!: string;

  @PrimaryKey({ type: "text" })
  department!: string;

  @Property({ type: "text" })
  region!: string;

  @Property({ type: "integer", nullable: true })
  projects!: number | null;

  @Property({ type: "integer", nullable: true })
  difficult!: number | null;

  @Property({ type: "integer", nullable: true })
  seasonal!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
