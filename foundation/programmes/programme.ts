import { Arg, type ClassType, Directive, Field, InterfaceType, Int, ObjectType } from "type-graphql";
import { Open } from "../graph/audience.ts";
import { DateScalar } from "../graph/scalars.ts";
import { Shown } from "../graph/shown.ts";
import { Source } from "../graph/source.ts";
import { Party } from "../terms/party.ts";
import { ManyToOne, Property } from "../tables/columns.ts";
import { Axis } from "./axis.entity.ts";
import { ProgrammeState } from "./programme-state.ts";
import { Theme } from "./theme.ts";

@Open()
@ObjectType({ description: "Signataire d'un engagement." })
@Directive("@shareable")
export class Signatory {
  @Field(() => Party, { description: "Nature de l'organisme." })
  party!: Party;

  @Field(() => String, { nullable: true, description: "Organisme, tel que la source le nomme ; null si elle n'en dit que la nature." })
  organisation!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Jour de sa signature, si la source le donne." })
  signedOn!: string | null;
}

@Open()
@ObjectType({ description: "Avenant à un engagement." })
@Directive("@shareable")
export class Amendment {
  @Field(() => Int, { description: "Numéro." })
  number!: number;

  @Field(() => DateScalar, { nullable: true, description: "Jour de sa signature, si la source le donne." })
  signedOn!: string | null;

  @Field(() => String, { description: "Objet." })
  label!: string;
}

export const territoriesText = "Territoires qui s'engagent, ou que l'engagement concerne.";
export const onText = "Jour auquel on regarde ; par défaut, aujourd'hui à Paris.";

/**
 * What partners commit themselves to, whatever its name: the columns of its table, and the names that it has in the graph.
 * @param territory the subgraph's own class
 */
export function programmeOf(territory: ClassType) {
  @Open()
  @InterfaceType("Programme", {
    description: "Engagement pluriannuel de partenaires : schéma départemental, convention territoriale globale, programme rural…",
    autoRegisterImplementations: false,
  })
  abstract class Programme {
    @Shown("text", "Identifiant dans le hub.", { key: true })
    id!: string;

    @Shown("text", "Titre.")
    title!: string;

    @Shown("date", "Premier jour, si la source le donne.", { nullable: true })
    startOn!: string | null;

    @Shown("date", "Dernier jour, si la source le donne.", { nullable: true })
    endOn!: string | null;

    @Shown("date", "Jour de son adoption ou de sa signature, si la source le donne.", { nullable: true })
    adoptedOn!: string | null;

    @Shown([Theme], "Thématiques ; null si la source ne les dit pas.", { nullable: true })
    themes!: Theme[] | null;

    @Property({ type: "jsonb", nullable: true })
    @Field(() => [Signatory], { nullable: true, description: "Signataires ; null si la source ne les dit pas." })
    @Directive("@listSize(assumedSize: 3)")
    signatories!: Signatory[] | null;

    /** Of its signatories, for lists. */
    @Property({ type: "text[]" })
    signedBy!: Party[];

    @Property({ type: "jsonb" })
    @Field(() => [Amendment], { description: "Avenants, par numéro ; vide si la source n'en dit aucun." })
    @Directive("@listSize(assumedSize: 1)")
    amendments!: Amendment[];

    @ManyToOne(() => Source)
    @Field(() => Source, { description: "Source." })
    source!: Source;

    @Property({ type: "text[]" })
    territoryIds!: string[];

    @Field(() => [territory], { nullable: "itemsAndList", description: territoriesText })
    @Directive("@listSize(assumedSize: 1)")
    territories?: object[];

    @Field(() => ProgrammeState, { description: "Où il en est, d'après ses jours." })
    state(@Arg("on", () => DateScalar, { nullable: true, description: onText }) _on?: string | Date): ProgrammeState {
      throw new Error("the resolver of each kind says it");
    }

    @Field(() => [Axis], { description: "Axes, par numéro ; vide si la source n'en dit aucun." })
    @Directive("@listSize(assumedSize: 4)")
    axes?: Axis[];
  }
  return Programme;
}

export type Programme = InstanceType<ReturnType<typeof programmeOf>>;
