import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { ObligationCode } from "./obligation.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Qui exerce une compétence d'une autorité organisatrice : la commune elle-même, ou l'intercommunalité à qui elle l'a confiée.",
})
export class Competence {
  /** The commune's id. */
  @PrimaryKey({ type: "text" })
  commune!: string;

  @PrimaryKey({ type: "text" })
  @Field(() => ObligationCode, { description: "Compétence." })
  code!: ObligationCode;

  @PrimaryKey({ type: "date" })
  @Field(() => DateScalar, { description: "Premier jour." })
  since!: string;

  @Shown("date", "Dernier jour ; null s'il n'est pas fixé.", { nullable: true })
  until!: string | null;

  /** A territory's id. */
  @Index()
  @Property({ type: "text" })
  holder!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
