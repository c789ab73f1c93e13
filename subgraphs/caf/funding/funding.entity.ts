import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { FundingKind, FundingUnit } from "./funding-terms.ts";

@Entity()
@Open()
@ObjectType({
  description: "Ce qu'un organisme verse une année à un établissement, à un service ou à un projet, à un titre : plusieurs se cumulent.",
})
@Directive('@key(fields: "id")')
export class Funding {
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  /** Its code. */
  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown("integer", "Année de droit.")
  year!: number;

  @Shown(Party, "Qui verse.")
  funder!: Party;

  @Shown(FundingKind, "À quel titre.")
  fund!: FundingKind;

  /** Ids: of one of the three. */
  @Index()
  @Property({ type: "text", nullable: true })
  facilityId!: string | null;

  @Index()
  @Property({ type: "text", nullable: true })
  serviceId!: string | null;

  @Index()
  @Property({ type: "text", nullable: true })
  projectId!: string | null;

  @Shown(FundingUnit, "Ce qui est payé ; null pour une somme forfaitaire.", { nullable: true })
  unit!: FundingUnit | null;

  @Property({ type: "double", nullable: true })
  units!: number | null;

  @Property({ type: "double", nullable: true })
  perUnit!: number | null;

  @Property({ type: "double", nullable: true })
  total!: number | null;

  /** The id of the agreement to which it is bound. */
  @Property({ type: "text", nullable: true })
  agreementId!: string | null;

  @Shown([Party], "À qui il a été notifié.")
  notifiedTo!: Party[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
