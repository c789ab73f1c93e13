import { Directive, Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
import { FacilityCategory, FacilitySizeClass } from "../../../foundation/terms/facility-category.ts";
import { AuthorisationKind } from "./authorisation-end.ts";
import { sizeClassOf } from "./size-class.ts";

export const FacilityFinancing = enumeration("FacilityFinancing", "Mode de financement, indépendant de la catégorie.", {
  PSU: "Prestation de service unique, versée au gestionnaire par la Caf.",
  PAJE: "Complément de libre choix du mode de garde « structure », versé à la famille (prestation d'accueil du jeune enfant).",
  OTHER: "Autre financement.",
});
export type FacilityFinancing = EnumValue<typeof FacilityFinancing>;

@Entity()
@Open()
@ObjectType({
  description:
    "Établissement d'accueil du jeune enfant (EAJE) autorisé par le président du conseil départemental, art. L. 2324-1 du code de la santé publique.",
})
@Directive('@key(fields: "id")')
export class ChildcareFacility {
  @Shown("text", "Identifiant dans le hub (aucun registre national ouvert n'en donne).", { key: true })
  id!: string;

  @Shown("text", "Nom.")
  name!: string;

  @Shown(FacilityCategory, "Catégorie (R. 2324-17 CSP).")
  category!: FacilityCategory;

  @Shown("text", "Type tel que la source l'imprime.")
  printedType!: string;

  @Shown(FacilityFinancing, "Mode de financement ; null si la source ne le dit pas.", { nullable: true })
  financing!: FacilityFinancing | null;

  @Index()
  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "text", nullable: true })
  communeCode!: string | null;

  @Shown("text", "Commune telle que la source l'imprime.", { nullable: true })
  printedCommune!: string | null;

  @Shown("text", "Gestionnaire.", { nullable: true })
  operator!: string | null;

  @Property({ type: "integer" })
  authorisedPlaces!: number;

  @Shown("date", "Date d'ouverture, si elle est connue.", { nullable: true })
  openedOn!: string | null;

  @Shown("date", "Date de fermeture ; null si l'établissement est ouvert, ou si la source ne le dit pas.", { nullable: true })
  closedOn!: string | null;

  @Shown("date", "Jour de l'autorisation, ou de l'avis ; null s'il n'est pas connu.", { nullable: true })
  authorisedOn!: string | null;

  @Shown(AuthorisationKind, "Autorisation, ou avis ; null si son jour n'est pas connu.", { nullable: true })
  authorisationKind!: AuthorisationKind | null;

  @Shown(
    "date",
    "Dernier jour de l'autorisation : quinze ans, ou celui que l'article D. 2324-24-2-1 CSP donne aux plus anciennes ; null si elle n'est pas connue.",
    { nullable: true },
  )
  authorisationEndsOn!: string | null;

  @Shown("date", "Date à laquelle la source décrit l'établissement. Rien n'est dit de ce qu'il est devenu depuis.")
  statedOn!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;

  @Field(() => FacilitySizeClass, { description: "Classe de taille." })
  get sizeClass(): FacilitySizeClass {
    return sizeClassOf(this.category, this.authorisedPlaces);
  }

  @Field(() => Observation, { description: "Capacité autorisée, en places." })
  get capacity(): Observation {
    return Observation.of({ value: this.authorisedPlaces, unit: "places", status: ObservationStatus.PUBLISHED, source: this.source });
  }
}
