import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../enumeration.ts";
import { Open } from "../graph/audience.ts";
import { DateTimeScalar } from "../graph/scalars.ts";
import { Shown } from "../graph/shown.ts";
import { Source } from "../graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../tables/columns.ts";
import { Comparability } from "./comparability.ts";
import { register } from "../territories/register.ts";
import type { TerritoryLevel } from "../territories/territory-level.ts";

export const ObservationStatus = enumeration(
  "ObservationStatus",
  "Nature du chiffre, ou raison de son absence. Aucune absence ne vaut zéro.",
  {
    PUBLISHED: "Chiffre publié par le producteur, définitif à ce jour.",
    PROVISIONAL: "Chiffre provisoire, qui sera révisé.",
    ESTIMATED: "Estimation.",
    LOWER_BOUND: "Minorant : la somme des parties connues, d'autres étant masquées par le producteur (voir missingParts).",
    NOT_TRANSMITTED: "Pas de chiffre : le producteur ne l'a pas transmis au hub.",
    NOT_APPLICABLE: "Pas de chiffre : sans objet pour ce territoire ou cette année.",
    INSUFFICIENT_RESPONSE: "Pas de chiffre : taux de réponse insuffisant à l'enquête.",
    SUPPRESSED: "Pas de chiffre : couvert par le secret statistique.",
    SOURCE_UNAVAILABLE: "Pas de chiffre : le système du partenaire ne répond pas en ce moment.",
  },
);
export type ObservationStatus = EnumValue<typeof ObservationStatus>;

/**
 * A published number, or the reason there is none. The same class is the append-only table of the numbers that
 * partners transmit (a correction is a new row with a later `recordedAt`) and the GraphQL type of any number.
 */
@Entity({ schema: register })
@Index({ properties: ["level", "code", "year", "measure", "recordedAt"] })
@Index({ properties: ["measure", "level", "code"] })
@Open()
@ObjectType({
  description: "Un chiffre publié, ou la raison de son absence (status). Porte toujours son unité et, s'il existe, sa source.",
  simpleResolvers: true,
})
@Directive("@shareable")
export class Observation {
  @PrimaryKey({ type: "bigint", autoincrement: true })
  id!: string;

  /** What is measured: the code of an indicator of the catalogue, or of a series of the subgraph. */
  @Property({ type: "text" })
  measure!: string;

  @Property({ type: "text" })
  level!: TerritoryLevel;

  @Property({ type: "text" })
  code!: string;

  @Property({ type: "integer" })
  year!: number;

  @Shown("double", "Valeur, dans l'unité indiquée, au chiffre près du producteur. Null n'est jamais zéro : voir status.", {
    nullable: true,
  })
  value!: number | null;

  @Shown(ObservationStatus, "Nature du chiffre, ou raison de son absence.")
  status!: ObservationStatus;

  @Shown("text", "Unité de la valeur.")
  unit!: string;

  @Shown("double", "Numérateur, pour un taux, s'il est connu.", { nullable: true })
  numerator: number | null = null;

  @Shown("double", "Dénominateur, pour un taux, s'il est connu.", { nullable: true })
  denominator: number | null = null;

  @Field(() => Comparability, {
    nullable: true,
    description:
      "Si le chiffre est celui du périmètre d'aujourd'hui : COMPARABLE, ou PERIMETER_CHANGED si le territoire a changé depuis l'année du chiffre ou n'existe plus, NOT_COMPARABLE si on ne le sait pas. Null sans chiffre, et pour un chiffre qui n'est pas une valeur d'indicateur reçue par le hub.",
  })
  comparability: Comparability | null = null;

  @Shown("text", "Valeur telle qu'imprimée par la source, si elle y figure sous forme de texte.", { nullable: true })
  printed: string | null = null;

  @Shown(
    "integer",
    "Nombre de parties que la somme ne contient pas : masquées par leur producteur, ou non transmises (status LOWER_BOUND, ou SUPPRESSED si elles le sont toutes).",
    {
      nullable: true,
    },
  )
  missingParts: number | null = null;

  @Shown("text[]", "Remarques : incohérences de la source (signalées, jamais corrigées), précautions de lecture.")
  notes: string[] = [];

  @Shown(
    "text",
    "Règle du hub qui couvre le chiffre par le secret statistique, et sa version (par exemple « persons-11@1 »), que le chiffre soit lui-même trop faible ou qu'il permette d'en déduire un autre ; null sinon, ou si le producteur a masqué lui-même.",
    { nullable: true },
  )
  secrecyRule: string | null = null;

  @Shown("text", "Qui a calculé le chiffre et comment, s'il est dérivé ; null s'il est celui du producteur.", { nullable: true })
  computedBy: string | null = null;

  @Index()
  @ManyToOne(() => Source, { nullable: true })
  @Field(() => Source, { nullable: true, description: "Source du chiffre ; null si aucun chiffre n'a été reçu." })
  source: Source | null = null;

  @Property({ type: "datetime", precision: 6, defaultRaw: "now()", nullable: false })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Date d'enregistrement dans le hub ; null pour une absence ou un chiffre calculé à la volée.",
  })
  recordedAt: Date | null = null;

  /** Of its source's; null: transmitted, which counts as an edition of the day. */
  @Property({ type: "date", nullable: true, lazy: true })
  edition: string | null = null;

  /** Of its source's: known since then; null: since it was recorded. */
  @Property({ type: "date", nullable: true, lazy: true })
  publishedOn: string | null = null;

  /** The year of the official geography, on 1 January, in which its territory was counted; null where that does not matter or is not known. */
  @Property({ type: "integer", nullable: true, lazy: true })
  perimeter: number | null = null;

  /** Of an amount: how many establishments make it up. */
  @Property({ type: "integer", nullable: true, lazy: true })
  establishments: number | null = null;

  /** Of an amount: what the first of them makes up, in %. */
  @Property({ type: "double", nullable: true, lazy: true })
  largestShare: number | null = null;

  /** When its publication was withdrawn: it counts no more, though it was known until then. */
  @Property({ type: "datetime", precision: 6, nullable: true, lazy: true })
  withdrawnAt: Date | null = null;

  /** A number that is not a row of this table: read from another one, or derived. */
  static of(fields: Partial<Observation> & Pick<Observation, "value" | "status" | "unit">): Observation {
    return Object.assign(new Observation(), fields);
  }

  /** The reason there is no number. */
  static absent(unit: string, status: ObservationStatus = ObservationStatus.NOT_TRANSMITTED): Observation {
    return Observation.of({ value: null, status, unit });
  }
}
