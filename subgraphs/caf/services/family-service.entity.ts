import { Field, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

export const FamilyServiceKind = enumeration(
  "FamilyServiceKind",
  "Nature d'un service aux familles, hors accueil du jeune enfant en établissement (art. L. 214-1 du code de l'action sociale et des familles).",
  {
    RPE: "Relais petite enfance (RPE), nommé relais assistants maternels (RAM) jusqu'en 2021.",
    LAEP: "Lieu d'accueil enfants-parents (LAEP).",
    CLAS: "Contrat local d'accompagnement à la scolarité (CLAS).",
    REAAP: "Réseau d'écoute, d'appui et d'accompagnement des parents (REAAP).",
    FAMILY_MEDIATION: "Médiation familiale.",
    CONTACT_CENTRE: "Espace de rencontre : lieu neutre où s'exerce un droit de visite.",
    SOCIAL_CENTRE: "Centre social agréé par la Caf (animation de la vie sociale).",
    PAEJ: "Point d'accueil et d'écoute jeunes (PAEJ).",
    PARENT_RESOURCE_PLACE: "Lieu ressources pour les parents (deux au moins par département).",
    SOCIAL_LIFE_SPACE: "Espace de vie sociale.",
    TOY_LIBRARY: "Ludothèque.",
    LEISURE_CENTRE: "Accueil de loisirs.",
    YOUNG_WORKERS_HOSTEL: "Foyer de jeunes travailleurs (FJT).",
    DISABILITY_RESOURCE_HUB: "Pôle ressources handicap (PRH).",
    COMMUNITY_360: "Communauté 360.",
    HOME_SUPPORT: "Aide à domicile aux familles.",
    EARLY_DETECTION: "Plateforme ou référent de repérage précoce.",
    BRIDGE: "Dispositif passerelle entre l'accueil du jeune enfant et l'école.",
    PARENT_INFORMATION:
      "Information des parents : séances collectives, notamment sur la séparation (garantie des impayés de pension alimentaire, GIPA).",
  },
);
export type FamilyServiceKind = EnumValue<typeof FamilyServiceKind>;

export const ServiceState = enumeration("ServiceState", "Où en est un service, à la date de la source.", {
  STUDIED: "À l'étude : un projet, dont rien n'est décidé.",
  PLANNED: "Décidé, pas encore ouvert.",
  OPEN: "Ouvert.",
  CLOSED: "Fermé.",
});
export type ServiceState = EnumValue<typeof ServiceState>;

@Entity()
@Index({ properties: ["department", "kind"] })
@Open()
@ObjectType({ description: "Service aux familles (relais petite enfance ou soutien à la parentalité) financé ou suivi par la Caf." })
export class FamilyService {
  @Shown("text", "Identifiant du service dans le hub.", { key: true })
  id!: string;

  @Property({ type: "text" })
  department!: string;

  @Shown(FamilyServiceKind, "Nature du service.")
  kind!: FamilyServiceKind;

  @Shown("text", "Nom, tel que la source l'imprime ; pour un CLAS ou un REAAP, le porteur.")
  name!: string;

  @Shown("text", "Gestionnaire ou porteur, si la source le dit.", { nullable: true })
  operator!: string | null;

  @Shown("text", "Lieux, ou territoire desservi, tels que la source les imprime.", { nullable: true })
  places!: string | null;

  /** Its id. */
  @Index()
  @Property({ type: "text", nullable: true })
  territory!: string | null;

  @Shown(ServiceState, "Où en est le service, à la date de la source.")
  state!: ServiceState;

  @Shown("date", "Date d'agrément par la Caf, si la source la dit.", { nullable: true })
  approvedOn!: string | null;

  @Shown("date", "Fin de l'agrément, si la source la dit.", { nullable: true })
  approvalEndsOn!: string | null;

  @Shown("text[]", "Remarques : ce que la source dit d'autre du service, incohérences signalées.")
  notes!: string[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source de la ligne." })
  source!: Source;
}
