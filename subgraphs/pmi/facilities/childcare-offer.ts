import { Field, Int, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";

export const OfferKind = enumeration("OfferKind", "Offre d'accueil suivie par l'enquête PMI de la Drees.", {
  COLLECTIVE_CRECHE: "Crèches collectives (tableaux 23 et 28).",
  FAMILY_CRECHE: "Crèches familiales (tableau 24).",
  PARENT_RUN_CRECHE: "Crèches à gestion parentale (tableaux 27 et 32).",
  CHILDMINDER: "Assistants maternels agréés au 31 décembre (tableau 33).",
});
export type OfferKind = EnumValue<typeof OfferKind>;

/** The series of each kind: indicators of the catalogue where there is one. */
export const offerSeries: Record<OfferKind, { count: string; countUnit: string; places: string | null }> = {
  [OfferKind.COLLECTIVE_CRECHE]: { count: "B11", countUnit: "établissements", places: "collective-creche-places" },
  [OfferKind.FAMILY_CRECHE]: { count: "B12", countUnit: "établissements", places: null },
  [OfferKind.PARENT_RUN_CRECHE]: { count: "parent-run-creches", countUnit: "établissements", places: "parent-run-creche-places" },
  [OfferKind.CHILDMINDER]: { count: "B13", countUnit: "personnes", places: null },
};

@Open()
@ObjectType({ description: "Offre d'accueil d'un département au 31 décembre d'une année (Drees, enquête sur l'aide sociale, volet PMI)." })
export class ChildcareOffer {
  @Field(() => Int, { description: "Année." })
  year!: number;

  @Field(() => OfferKind, { description: "Sorte d'offre." })
  kind!: OfferKind;

  @Field(() => Observation, { description: "Nombre d'établissements, ou d'assistants maternels agréés." })
  count!: Observation;

  @Field(() => Observation, { description: "Nombre de places ; NOT_TRANSMITTED pour les séries que la Drees ne publie pas ici." })
  places!: Observation;
}
