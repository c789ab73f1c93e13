import { Directive, ObjectType } from "type-graphql";
import { Restricted } from "../../graph/audience.ts";
import type { TableNames } from "../../graph/readings/table-names.ts";
import { Shown } from "../../graph/shown.ts";
import { holdsInAll, readableWhere } from "../../rights/row-level-security.ts";
import { Entity, PrimaryKey, Property } from "../../tables/columns.ts";
import { Observation, type ObservationStatus } from "../observation.ts";
import { register } from "../../territories/register.ts";
import type { Role } from "./rules/secrecy-rules.ts";

/** What an observation under statistical secrecy was when it was transmitted. */
@Entity({ schema: register, policies: [readableWhere(holdsInAll("observations:withheld", "departments"))] })
@ObjectType({
  description: "Un chiffre retenu par le secret statistique, tel que son producteur l'a transmis. Réservé aux habilités de son territoire.",
})
@Restricted("observations:withheld")
@Directive("@shareable")
export class WithheldValue {
  /** The observation's id. */
  @PrimaryKey({ type: "bigint", autoincrement: false })
  observation!: string;

  @Shown("double", "Valeur, dans l'unité de l'observation.")
  value!: number;

  @Shown("double", "Numérateur, pour un taux.", { nullable: true })
  numerator!: number | null;

  @Shown("double", "Dénominateur, pour un taux.", { nullable: true })
  denominator!: number | null;

  @Shown(
    "boolean",
    "Vrai si ce que d'autres avaient rendu public, le jour où le hub l'a reçu, l'encadre de plus près que sa règle : le hub le retient sans pouvoir le protéger tout à fait.",
  )
  isGivenAwayElsewhere!: boolean;

  @Property({ type: "text", nullable: true })
  printed!: string | null;

  @Property({ type: "text" })
  status!: ObservationStatus;

  @Property({ type: "text[]" })
  notes!: string[];

  @Property({ type: "integer", nullable: true })
  missingParts!: number | null;

  @Property({ type: "text", nullable: true })
  computedBy!: string | null;

  /** Of an amount, as it was transmitted. */
  @Property({ type: "integer", nullable: true })
  establishments!: number | null;

  @Property({ type: "double", nullable: true })
  largestShare!: number | null;

  /** Which of its numbers are not shown. */
  @Property({ type: "text[]" })
  hidden!: Role[];

  /** Codes of the departments that the territory lies in. */
  @Property({ type: "text[]" })
  departments!: string[];
}

/**
 * A statement that reads observations as their sender transmitted them, withheld or not, with `found` true.
 * @param where a condition on the observation `t`, with what follows it.
 */
export function asTransmitted(names: TableNames, where: string): string {
  return `select r.*, true as found from (select t as row from ${names.table(Observation)} t where ${where}) o
    left join ${names.table(WithheldValue)} w on w.observation = (o.row).id
    cross join lateral jsonb_populate_record(o.row, to_jsonb(w)) r`;
}
