import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../foundation/graph/context.ts";
import type { Read } from "../../../foundation/graph/readings/reading.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { programmeResolver } from "../../../foundation/programmes/programme.resolver.ts";
import { Territory } from "../territory.stub.ts";
import { BudgetLine } from "./budget-line.ts";
import { ruralProgrammes } from "./readings.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";
import { TerritorialAgreement } from "./territorial-agreement.stub.ts";

@Resolver(() => RuralProgramme)
export class RuralProgrammeResolver extends programmeResolver(RuralProgramme, Territory) {
  @Query(() => RuralProgramme, {
    nullable: true,
    description: "Un programme rural de la MSA par son identifiant ; null s'il n'existe pas.",
  })
  ruralProgramme(
    @Arg("id", () => ID, { description: "Identifiant donné par la caisse de MSA." }) id: string,
    @Ctx() context: Context,
  ): Read<RuralProgramme | null> {
    return ruralProgrammes(context, id);
  }

  @FieldResolver(() => TerritorialAgreement, {
    nullable: true,
    description: "Convention territoriale globale (CTG) que le programme complète ; null s'il n'en complète aucune.",
  })
  agreement(@Root() { agreement }: RuralProgramme): TerritorialAgreement | null {
    return agreement === null ? null : TerritorialAgreement.of(agreement);
  }

  @FieldResolver(() => Observation, { description: "Budget du programme, en euros, sur toute sa durée." })
  budget(@Root() programme: RuralProgramme): Observation {
    return figure(programme, programme.budget, "€");
  }

  @FieldResolver(() => [BudgetLine], { description: "Rubriques du programme, dans l'ordre de la caisse ; vide si elle n'en donne pas." })
  @Directive("@listSize(assumedSize: 3)")
  budgetLines(@Root() programme: RuralProgramme): BudgetLine[] {
    return programme.lines.map(({ label, projects, amount }) => ({
      label,
      projects: figure(programme, projects, "projets"),
      amount: figure(programme, amount, "€"),
    }));
  }
}

function figure({ source }: RuralProgramme, value: number | null, unit: string): Observation {
  return value === null ? Observation.absent(unit) : Observation.of({ value, status: ObservationStatus.PUBLISHED, unit, source });
}
