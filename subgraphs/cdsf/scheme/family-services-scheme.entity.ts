import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Property } from "../../../foundation/tables/columns.ts";
import { Programme } from "../programme.ts";

@Entity()
@Open()
@ObjectType({
  implements: Programme,
  description:
    "Schéma départemental des services aux familles (SDSF), D. 214-2 CASF : diagnostic, plan d'action, indicateurs ; six ans au plus. Deux départements peuvent en avoir un commun.",
})
@Directive('@key(fields: "id")')
export class FamilyServicesScheme extends Programme {
  /** `<department>-<first year>`. */
  declare id: string;

  @Shown("integer", "Première année.")
  startYear!: number;

  @Shown("integer", "Dernière année.")
  endYear!: number;

  /** For the list of all. */
  @Property({ type: "date" })
  firstDay!: string;

  @Property({ type: "date" })
  lastDay!: string;

  @Shown("date", "Transmission au ministre, due dans le mois qui suit l'adoption (D. 214-2-1 CASF).", { nullable: true })
  transmittedOn!: string | null;

  @Shown("text[]", "Ce que le document dit de sa durée, de sa validation et de son suivi, tel qu'imprimé.")
  printed!: string[];
}
