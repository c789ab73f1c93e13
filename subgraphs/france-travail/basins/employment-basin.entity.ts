import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Property } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Bassin d'emploi de l'enquête Besoins en main-d'œuvre (découpage de France Travail). Certains bassins couvrent plusieurs départements.",
})
@Directive('@key(fields: "code")')
export class EmploymentBasin {
  @Shown("text", "Code du bassin d'emploi, unique en France, tel qu'imprimé par France Travail (par exemple « 4418 »).", { key: true })
  code!: string;

  @Shown("text", "Nom du bassin, tel qu'imprimé par France Travail dans le dernier fichier importé.")
  name!: string;

  @Property({ type: "text[]" })
  departmentCodes!: string[];
}
