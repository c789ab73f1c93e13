import { Directive, Field, Float, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { register } from "../../../foundation/territories/register.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { attainmentOf, expectedIn, gapTo, isOnTrack, trajectoryOf } from "./target-trajectory.ts";

@Open()
@ObjectType({ description: "Une étape de la trajectoire vers la cible." })
class TrajectoryPoint {
  @Field(() => Int, { description: "Année." })
  year!: number;

  @Field(() => Float, { description: "Valeur attendue cette année-là, dans l'unité de l'indicateur." })
  value!: number;

  @Field(() => Boolean, {
    description: "Vrai pour les deux valeurs fixées, au départ et au terme ; faux pour celles de la droite qui les joint.",
  })
  isSet!: boolean;
}

/** A target of a department; with the year and the value observed then, the gap can be told. */
@Entity({ schema: register })
@Open()
@ObjectType({
  description:
    "Cible d'un indicateur, fixée au renouvellement du schéma pour son terme, avec sa trajectoire pluriannuelle (circulaire Cnaf C-2026-090). Tous les indicateurs à cible doivent croître.",
})
export class Target {
  /** `<department>-<indicator>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @ManyToOne(() => Indicator, { mapToPk: true })
  indicator!: string;

  @Shown("integer", "Année où la cible doit être atteinte.")
  horizon!: number;

  @Shown("double", "Cible, dans l'unité de l'indicateur.")
  value!: number;

  @Property({ type: "integer" })
  baselineYear!: number;

  @Property({ type: "double" })
  baselineValue!: number;

  @Shown("date", "Date à laquelle la cible a été fixée.", { nullable: true })
  setOn!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source de la cible." })
  source!: Source;

  /** The year it is looked at from. */
  year: number | null = null;

  /** What was observed that year; null: nothing is known. */
  observed: number | null = null;

  @Field(() => String, { description: "Unité de la cible : celle de l'indicateur." })
  unit!: string;

  @Field(() => [TrajectoryPoint], {
    description: "Valeur attendue chaque année, de l'année de départ au terme : la droite qui joint les deux.",
  })
  @Directive("@listSize(assumedSize: 6)")
  get trajectory(): TrajectoryPoint[] {
    return trajectoryOf(this);
  }

  @Field(() => Float, {
    nullable: true,
    description: "Valeur attendue l'année de l'indicateur ; null hors de la période de la trajectoire.",
  })
  get expected(): number | null {
    return this.year === null ? null : expectedIn(this, this.year);
  }

  @Field(() => Float, {
    nullable: true,
    description: "Écart à la cible : valeur observée moins cible, dans l'unité de l'indicateur ; null si rien n'est observé.",
  })
  get gap(): number | null {
    return this.observed === null ? null : gapTo(this, this.observed);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Part du chemin faite, en % : 0 à la valeur de départ, 100 à la cible, au-delà si elle est dépassée ; null si rien n'est observé, ou si la cible est la valeur de départ.",
  })
  get attainment(): number | null {
    return this.observed === null ? null : attainmentOf(this, this.observed);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai si la valeur observée atteint la valeur attendue cette année ; null si l'une manque.",
  })
  get onTrack(): boolean | null {
    return this.observed === null || this.year === null ? null : isOnTrack(this, this.year, this.observed);
  }
}
