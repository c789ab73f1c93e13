import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { FamilyService } from "./family-service.entity.ts";
import { Indicator } from "../../../foundation/numbers/indicator-stub.ts";

/** The numbers of a whole department are values of the register. */
@Entity()
@Open()
@ObjectType({ description: "Ce qu'un service aux familles a fait dans une année : le chiffre d'un indicateur, pour lui seul." })
export class ServiceActivity {
  @ManyToOne(() => FamilyService, { mapToPk: true, primary: true })
  service!: string;

  /** The code of its indicator. */
  @PrimaryKey({ type: "text" })
  measure!: string;

  @PrimaryKey({ type: "integer" })
  @Field(() => Int, { description: "Année que le chiffre décrit ; d'une année scolaire, celle où elle commence." })
  year!: number;

  @Shown("text", "Période, telle que la source l'imprime : « 2014 », « 2014/2015 ».")
  period!: string;

  @Property({ type: "double", nullable: true })
  value!: number | null;

  @Property({ type: "text" })
  unit!: string;

  @Property({ type: "text", nullable: true })
  printed!: string | null;

  @ManyToOne(() => Source)
  source!: Source;

  @Field(() => Indicator, { nullable: true, description: "Ce qui est compté : un indicateur du catalogue, ou une série." })
  get indicator(): Indicator {
    return Indicator.of(this.measure);
  }

  @Field(() => Observation, { description: "Le chiffre, ou la raison de son absence." })
  get observation(): Observation {
    const { value, unit, printed, source } = this;
    const status = value === null ? ObservationStatus.NOT_TRANSMITTED : ObservationStatus.PUBLISHED;
    return Observation.of({ value, unit, status, printed, source });
  }
}
