import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { Theme } from "../../../foundation/programmes/theme.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { BodyKind } from "./body-kind.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";

@Entity()
@Open()
@ObjectType({ description: "Instance du CDSF : plénière, comité technique ou thématique, comité des financeurs, groupe de travail." })
export class CommitteeBody {
  /** `<department>-<code>`. */
  @Shown("text", "Identifiant.", { key: true })
  id!: string;

  @Index()
  @ManyToOne(() => FamilyServicesCommittee, { mapToPk: true, createForeignKeyConstraint: false })
  committee!: string;

  @Property({ type: "integer" })
  position!: number;

  @Shown("text", "Nom de l'instance.")
  name!: string;

  @Shown(BodyKind, "Nature.")
  kind!: BodyKind;

  @Shown(Theme, "Thématique dont elle traite ; null si elle n'en a pas une seule.", { nullable: true })
  theme!: Theme | null;

  @Shown([Party], "Qui la pilote ; null si la source ne le dit pas.", { nullable: true })
  pilots!: Party[] | null;

  @Shown("text", "Nature (stratégique, opérationnelle, financement…), telle qu'imprimée.", { nullable: true })
  printedNature!: string | null;

  @Shown("text", "Pilotage ou composition, tels qu'imprimés.", { nullable: true })
  printedLeadership!: string | null;

  @Shown("integer", "Nombre de membres imprimé ; il peut compter des lignes et non des personnes.", { nullable: true })
  printedMemberCount!: number | null;

  @Shown("text", "Périodicité des réunions, telle qu'imprimée.", { nullable: true })
  printedFrequency!: string | null;

  @Shown("text", "Rôle.", { nullable: true })
  role!: string | null;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
