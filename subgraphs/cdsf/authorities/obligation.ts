import { Field, Int, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";

export const ObligationCode = enumeration(
  "ObligationCode",
  "Ce que la loi demande à une autorité organisatrice de l'accueil du jeune enfant.",
  {
    IDENTIFY_NEEDS: "Recenser les besoins des enfants de moins de trois ans et les modes d'accueil disponibles.",
    INFORM: "Informer et accompagner les familles et les futurs parents.",
    PLAN: "Planifier, au vu des besoins, le développement des modes d'accueil.",
    SUPPORT_QUALITY: "Soutenir la qualité des modes d'accueil.",
    SCHEME: "Établir un schéma pluriannuel de maintien et de développement de l'offre, à moins qu'une CTG n'en tienne lieu.",
    RPE: "Mettre en place un relais petite enfance.",
  },
);
export type ObligationCode = EnumValue<typeof ObligationCode>;

@Open()
@ObjectType({ description: "Obligation d'une autorité organisatrice, d'après sa population légale." })
export class Obligation {
  @Field(() => ObligationCode, { description: "Ce qui est demandé." })
  code!: ObligationCode;

  @Field(() => String, { description: "Base légale." })
  legalBasis!: string;

  @Field(() => DateScalar, { description: "Entrée en vigueur : rien n'est demandé avant." })
  since!: string;

  @Field(() => Int, { nullable: true, description: "Population légale au-dessus de laquelle elle est demandée ; null : à toute commune." })
  threshold!: number | null;
}

/** Strictly above. */
export const schemeThreshold = 10_000;
export const authoritiesSince = "2025-01-01";

const basis = "L. 214-1-3 CASF";
const above = (threshold: number | null) => (code: ObligationCode) => ({ code, legalBasis: basis, since: authoritiesSince, threshold });

export const obligations: readonly Obligation[] = [
  ...[ObligationCode.IDENTIFY_NEEDS, ObligationCode.INFORM].map(above(null)),
  ...[ObligationCode.PLAN, ObligationCode.SUPPORT_QUALITY].map(above(3_500)),
  above(schemeThreshold)(ObligationCode.SCHEME),
  { code: ObligationCode.RPE, legalBasis: `${basis}, L. 214-2-1 CASF`, since: "2026-01-01", threshold: schemeThreshold },
];

/** @param on AAAA-MM-JJ @returns those in force that bear on so many inhabitants */
export function obligationsOf(population: number, on: string): Obligation[] {
  return obligations.filter(({ since, threshold }) => since <= on && (threshold === null || population > threshold));
}
