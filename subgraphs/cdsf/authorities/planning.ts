import { Field, ObjectType } from "type-graphql";
import { isBetween } from "../../../foundation/day.ts";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { TerritorialAgreement } from "../territorial-agreement.stub.ts";
import { AuthorityScheme } from "./authority-scheme.entity.ts";
import { authoritiesSince, schemeThreshold } from "./obligation.ts";

export const PlanningStatus = enumeration(
  "PlanningStatus",
  "Où en est une autorité organisatrice de son obligation de schéma pluriannuel.",
  {
    NOT_REQUIRED: "Aucun schéma n'est exigé.",
    COVERED_BY_CTG: "Une convention territoriale globale (CTG) signée par qui exerce la planification en tient lieu.",
    OWN_SCHEME: "Elle a son schéma.",
    MISSING: "Ni schéma, ni CTG qui en tienne lieu.",
    UNKNOWN: "Le hub ne sait pas de quoi le dire.",
  },
);
export type PlanningStatus = EnumValue<typeof PlanningStatus>;

@Open()
@ObjectType({ description: "Où en est une autorité organisatrice de son obligation de schéma pluriannuel (L. 214-1-3 CASF), et pourquoi." })
export class Planning {
  @Field(() => PlanningStatus, { description: "Où elle en est." })
  status!: PlanningStatus;

  @Field(() => String, { description: "Pourquoi, en clair." })
  reason!: string;

  @Field(() => TerritorialAgreement, { nullable: true, description: "Convention qui tient lieu de schéma." })
  agreement!: TerritorialAgreement | null;

  @Field(() => AuthorityScheme, { nullable: true, description: "Son schéma." })
  scheme!: AuthorityScheme | null;
}

interface Term {
  startOn: string | null;
  endOn: string | null;
}

/** What is known of an authority, on a day. */
export interface PlanningFacts {
  /** Legal; null: unknown. */
  population: number | null;
  /** Who exercises planning that day: an id; null: nobody said. */
  planner: string | null;
  /** Whether that is the authority itself. */
  isOwnPlanner: boolean;
  /** Agreements that who plans has signed; null: the Caf has said nothing of it, or does not answer. */
  agreements: readonly (Term & { id: string })[] | null;
  /** Schemes of who plans. */
  schemes: readonly AuthorityScheme[];
}

const isActive = ({ startOn, endOn }: Term, on: string) => startOn !== null && endOn !== null && isBetween(on, startOn, endOn);
/** Whether a day that is not known may make it active. */
const mayBeActive = ({ startOn, endOn }: Term, on: string) =>
  (startOn === null || endOn === null) && (startOn === null || startOn <= on) && (endOn === null || on <= endOn);
const thousands = (count: number) => count.toLocaleString("fr-FR");

/** The decision table of the law, on a day AAAA-MM-JJ. */
export function planningOf({ population, planner, isOwnPlanner, agreements, schemes }: PlanningFacts, on: string): Planning {
  const said = (status: PlanningStatus, reason: string, by: Partial<Planning> = {}) =>
    Object.assign(new Planning(), { status, reason, agreement: null, scheme: null, ...by });

  if (on < authoritiesSince) return said(PlanningStatus.NOT_REQUIRED, "L'obligation date du 1er janvier 2025.");
  if (population === null) return said(PlanningStatus.UNKNOWN, "La population légale n'est pas connue.");
  if (population <= schemeThreshold)
    return said(
      PlanningStatus.NOT_REQUIRED,
      `${thousands(population)} habitants : un schéma est exigé au-dessus de ${thousands(schemeThreshold)}.`,
    );
  if (planner === null)
    return said(PlanningStatus.UNKNOWN, "Personne n'a dit qui, de la commune ou de l'intercommunalité, exerce la planification.");
  const who = isOwnPlanner ? "elle-même" : "l'intercommunalité";
  const agreement = agreements?.find((each) => isActive(each, on));
  if (agreement)
    return said(
      PlanningStatus.COVERED_BY_CTG,
      `La planification est exercée par ${who}, qui a signé une CTG en vigueur jusqu'au ${agreement.endOn}.`,
      {
        agreement: TerritorialAgreement.of(agreement.id) as TerritorialAgreement,
      },
    );
  const scheme = schemes.find((each) => each.adoptedOn !== null && each.adoptedOn <= on && isActive(each, on));
  if (scheme)
    return said(
      PlanningStatus.OWN_SCHEME,
      `La planification est exercée par ${who}, qui a adopté un schéma en vigueur jusqu'au ${scheme.endOn}.`,
      {
        scheme,
      },
    );
  if (agreements === null)
    return said(PlanningStatus.UNKNOWN, `La planification est exercée par ${who}, dont la Caf n'a dit aucune convention.`);
  if ([...agreements, ...schemes].some((each) => mayBeActive(each, on)))
    return said(
      PlanningStatus.UNKNOWN,
      `La planification est exercée par ${who} ; les jours de sa CTG ou de son schéma ne sont pas connus.`,
    );
  return said(PlanningStatus.MISSING, `La planification est exercée par ${who}, sans schéma ni CTG en vigueur ce jour-là.`);
}
