import { FieldResolver, Resolver, Root } from "type-graphql";
import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { FacilityFunding } from "./facility-funding.entity.ts";

@Resolver(() => FacilityFunding)
export class FacilityFundingResolver {
  @FieldResolver(() => Observation, { description: "Prestation de service unique (PSU), en euros." })
  psuAmount(@Root() { psuAmount, source }: FacilityFunding): Observation {
    return amount(psuAmount, source);
  }

  @FieldResolver(() => Observation, { description: "Bonus territoire, adossé à la convention territoriale globale (CTG), en euros." })
  territoryBonusAmount(@Root() { territoryBonusAmount, source }: FacilityFunding): Observation {
    return amount(territoryBonusAmount, source);
  }

  @FieldResolver(() => Observation, { description: "Bonus mixité sociale, selon les participations des familles, en euros." })
  socialMixBonusAmount(@Root() { socialMixBonusAmount, source }: FacilityFunding): Observation {
    return amount(socialMixBonusAmount, source);
  }

  @FieldResolver(() => Observation, { description: "Bonus inclusion handicap, selon la part d'enfants bénéficiaires de l'AEEH, en euros." })
  disabilityInclusionBonusAmount(@Root() { disabilityInclusionBonusAmount, source }: FacilityFunding): Observation {
    return amount(disabilityInclusionBonusAmount, source);
  }
}

function amount(value: number | null, source: Source): Observation {
  return Observation.of({
    value,
    unit: "euros",
    status: value === null ? ObservationStatus.NOT_TRANSMITTED : ObservationStatus.PUBLISHED,
    source,
  });
}
