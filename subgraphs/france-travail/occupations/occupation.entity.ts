import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, Property } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Métier de l'enquête Besoins en main-d'œuvre (BMO) de France Travail, codé en familles professionnelles (FAP). Libellés du dernier fichier importé.",
})
@Directive('@key(fields: "fap")')
export class Occupation {
  @Shown("text", "Code métier BMO (famille professionnelle, FAP), par exemple « T2B60 ».", { key: true })
  fap!: string;

  @Shown("text", "Nom du métier, tel qu'imprimé par France Travail.")
  label!: string;

  @Property({ type: "text" })
  @Field(() => ID, {
    description: "Code de la famille de métiers (une lettre), tel qu'imprimé : il ne suit pas toujours la lettre du code métier.",
  })
  familyCode!: string;

  @Shown("text", "Nom de la famille de métiers, tel qu'imprimé.")
  family!: string;
}
