import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { FamilyService, FamilyServiceKind } from "./family-service.entity.ts";

/** A figure of one service, or of a whole department where `service` is null. */
@Entity()
@Open()
@ObjectType({ description: "Un chiffre d'activité d'un service aux familles, ou de ces services dans tout un département." })
export class FamilyServiceFigure {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyService, { mapToPk: true, nullable: true })
  service!: string | null;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown(FamilyServiceKind, "Nature de service décrite ; null si le chiffre n'en décrit aucune (par exemple les séparations).", {
    nullable: true,
  })
  kind!: FamilyServiceKind | null;

  @Shown("text", "Ce qui est compté, tel que la source le nomme.")
  label!: string;

  @Shown("text", "Période, telle que la source l'imprime : « 2014 », « 2014/2015 ».")
  period!: string;

  @Property({ type: "double", nullable: true })
  value!: number | null;

  @Property({ type: "text" })
  unit!: string;

  @Property({ type: "text", nullable: true })
  printed!: string | null;

  @Property({ type: "text[]" })
  notes!: string[];

  @ManyToOne(() => Source)
  source!: Source;

  @Field(() => Observation, { description: "Le chiffre, ou la raison de son absence." })
  get observation(): Observation {
    const { value, unit, printed, notes, source } = this;
    const status = value === null ? ObservationStatus.NOT_TRANSMITTED : ObservationStatus.PUBLISHED;
    return Observation.of({ value, unit, status, printed, notes, source });
  }
}
