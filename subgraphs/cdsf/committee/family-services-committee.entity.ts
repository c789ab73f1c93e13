import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Comité départemental des services aux familles (CDSF), art. L. 214-5 et D. 214-1 du code de l'action sociale et des familles.",
})
@Directive('@key(fields: "id")')
export class FamilyServicesCommittee {
  /** The department's code: one committee a department. */
  @Shown("text", "Code du département.", { key: true })
  id!: string;

  @Shown("date", "Date d'installation, si un document la donne.", { nullable: true })
  installedOn!: string | null;

  @Shown("date", "Date de son dernier renouvellement, si elle est connue : un schéma est à adopter dans les douze mois (D. 214-2 CASF).", {
    nullable: true,
  })
  renewedOn!: string | null;
}
