import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { isBetween, today } from "../../../foundation/day.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { DateScalar, isoDay } from "../../../foundation/graph/scalars.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { seatsOf } from "./readings.ts";
import { Seat } from "./seat.entity.ts";
import { replaceBy } from "./vacancy.ts";

/** @param day AAAA-MM-JJ */
export const seatsOn = (seats: readonly Seat[], day: string): Seat[] => seats.filter(({ since, until }) => isBetween(day, since, until));

@Resolver(() => FamilyServicesCommittee)
export class CommitteeSeatsResolver {
  @FieldResolver(() => [Seat], { description: "Sièges, par catégorie ; vide si le comité n'a pas transmis sa composition." })
  @Directive("@listSize(assumedSize: 20)")
  async seats(
    @Root() { id }: FamilyServicesCommittee,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "Jour auquel on regarde ; par défaut, aujourd'hui dans le département." })
    asOf: string | Date | undefined,
    @Arg("isVacant", () => Boolean, {
      nullable: true,
      description: "Seulement les sièges vacants, ou seulement les autres ; par défaut, tous.",
    })
    isVacant: boolean | undefined,
    @Ctx() context: Context,
  ): Promise<Seat[]> {
    const day = asOf == null ? today(id) : isoDay(asOf);
    const seats = seatsOn(await seatsOf(context, id), day).map((seat) => Object.assign(new Seat(), seat, { asOf: day }));
    return isVacant == null ? seats : seats.filter(({ holder }) => (holder === null) === isVacant);
  }
}

@Resolver(() => Seat)
export class SeatResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "Jour avant la fin duquel le préfet remplace le membre (trois mois) ; null si le siège est occupé.",
  })
  replaceBy(@Root() { holder, since }: Seat): string | null {
    return holder === null ? replaceBy(since) : null;
  }

  @FieldResolver(() => Boolean, { description: "Vrai si le siège est vacant depuis plus de trois mois, le jour demandé." })
  isLate(@Root() { holder, since, asOf }: Seat): boolean {
    return holder === null && asOf > replaceBy(since);
  }
}
