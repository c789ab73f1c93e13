import { Directive, ObjectType } from "type-graphql";
import { Entity, PrimaryKey, Property, Unique } from "../tables/columns.ts";
import { Open } from "./audience.ts";
import { Shown } from "./shown.ts";

/** Codes of the demonstration department, its communes, EPCI and facilities all begin so; no official code does. */
export const demonstrationPrefix = "ZZ";

/** Where numbers come from: one publisher's data set, one vintage, one received file. */
@Entity()
@Unique({ properties: ["publisher", "dataset", "vintage", "fileHash"] })
@Open()
@ObjectType({ description: "D'où vient un chiffre : producteur, jeu de données, millésime, licence et date de réception par le hub." })
@Directive("@shareable")
export class Source {
  @PrimaryKey({ type: "integer" })
  id!: number;

  @Shown("text", "Organisme qui publie le chiffre (par exemple « Cnaf », « Drees », « France Travail »).")
  publisher!: string;

  @Shown("text", "Nom du jeu de données ou du document chez ce producteur.")
  dataset!: string;

  @Shown("text", "Millésime : année ou date que le chiffre décrit, telle que le producteur la désigne.")
  vintage!: string;

  @Shown("text", "Licence de réutilisation, telle que connue du hub.")
  licence!: string;

  @Property({ type: "text", lazy: true })
  fileHash!: string;

  @Shown("date", "Date de réception du fichier par le hub (AAAA-MM-JJ).")
  receivedOn!: string;

  @Shown("boolean", "Vrai si les données sont fictives, produites pour la démonstration (département ZZ) et publiées par personne.")
  demonstration!: boolean;
}
