import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Label « crèche à vocation d'insertion professionnelle » (Avip) : au moins une place sur cinq pour les enfants de demandeurs d'emploi ; le CDSF labellise.",
})
export class AvipLabel {
  /** `<facility>-<day>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  /** Its id. */
  @Index()
  @Property({ type: "text" })
  facilityId!: string;

  /** Its code. */
  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown("date", "Jour de la labellisation.")
  labelledOn!: string;

  @Shown("date", "Dernier jour ; null s'il n'est pas fixé.", { nullable: true })
  until!: string | null;

  @Shown("integer", "Places réservées ; null si la source ne le dit pas.", { nullable: true })
  places!: number | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
