import { Directive, ObjectType } from "type-graphql";
import { Entity, PrimaryKey, Property, Unique } from "../tables/columns.ts";
import { Open } from "./audience.ts";
import { Shown } from "./shown.ts";

/** Codes of the demonstration department, its communes, EPCI and facilities all begin so; no official code does. */
export const demonstrationPrefix = "ZZ";

/** Where numbers come from: one publisher's data set, what it describes, one received file. */
@Entity()
@Unique({ properties: ["publisher", "dataset", "printedVintage", "fileHash"] })
@Open()
@ObjectType({
  description: "D'où vient un chiffre : producteur, jeu de données, période décrite, édition, licence et date de réception par le hub.",
})
@Directive("@shareable")
export class Source {
  @PrimaryKey({ type: "integer" })
  id!: number;

  @Shown("text", "Organisme qui publie le chiffre (par exemple « Cnaf », « Drees », « France Travail »).")
  publisher!: string;

  @Shown("text", "Nom du jeu de données ou du document chez ce producteur.")
  dataset!: string;

  @Shown("text", "Millésime : ce que le chiffre décrit, tel que le producteur l'imprime (« décembre 2023 », « 2014/2015 »).")
  printedVintage!: string;

  @Shown("date", "Premier jour que le chiffre décrit ; null si le producteur ne le dit pas.", { nullable: true })
  periodStart!: string | null;

  @Shown("date", "Dernier jour que le chiffre décrit ; null si le producteur ne le dit pas.", { nullable: true })
  periodEnd!: string | null;

  @Shown(
    "date",
    "Édition du fichier : le jour de sa publication si le hub le connaît, sinon le début de la dernière période qu'il décrit. Une édition plus récente l'emporte, quel que soit l'ordre de réception. Null pour ce qu'un partenaire transmet lui-même au hub.",
    { nullable: true },
  )
  edition!: string | null;

  @Shown("date", "Jour où le producteur a publié le fichier, si le hub le connaît : les chiffres sont tenus pour connus depuis.", {
    nullable: true,
  })
  publishedOn!: string | null;

  @Shown(
    "integer",
    "Multiple auquel le producteur arrondit ses effectifs (5 : 13 est publié 15) ; null s'il n'arrondit pas, ou si le hub ne le sait pas.",
    {
      nullable: true,
    },
  )
  roundedTo!: number | null;

  @Shown("text", "Licence de réutilisation ; null si le hub ne la connaît pas.", { nullable: true })
  licence!: string | null;

  /** SHA-256, with the day of its publication where its import was told it. */
  @Property({ type: "text", lazy: true })
  fileHash!: string;

  @Shown("date", "Date de réception du fichier par le hub (AAAA-MM-JJ).")
  receivedOn!: string;

  @Shown("boolean", "Vrai si les données sont fictives, produites pour la démonstration (département ZZ) et publiées par personne.")
  demonstration!: boolean;
}
