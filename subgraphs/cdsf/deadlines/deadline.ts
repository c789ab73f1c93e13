import { Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Party } from "../../../foundation/terms/party.ts";
import { DeadlineState, deadlineState } from "./deadline-state.ts";
import type { Occurrence } from "./occurrences.ts";

@Open()
@ObjectType({
  description:
    "Échéance légale d'un département : calculée d'après la règle et les faits que le hub connaît (documents, schémas, sièges, renouvellement du comité, élections).",
})
export class Deadline {
  /** Of the department. */
  department!: string;

  /** The id of the document that proves that it was held. */
  document!: string | null;

  @Field(() => ID, { description: "Code de l'échéance." })
  code!: string;

  @Field(() => String, { description: "Objet." })
  label!: string;

  @Field(() => String, { description: "De quoi elle est l'échéance : « année 2026 », « schéma 2024-2029 »." })
  subject!: string;

  @Field(() => DateScalar, { description: "Date limite, ce jour compris." })
  dueOn!: string;

  @Field(() => Boolean, {
    description: "Faux si le hub ne connaît que l'année de ce dont elle est comptée : le 31 décembre en tient alors lieu.",
  })
  dueOnIsExact!: boolean;

  @Field(() => DeadlineState, { description: "Où elle en est, au jour demandé, d'après ce que le hub sait." })
  state!: DeadlineState;

  @Field(() => DateScalar, { nullable: true, description: "Jour où elle a été tenue ; null si rien ne le dit." })
  doneOn!: string | null;

  @Field(() => [Party], { description: "Qui doit la tenir ; vide si le texte ne le dit pas." })
  owners!: Party[];

  @Field(() => String, { description: "Qui doit la tenir, tel qu'imprimé." })
  printedOwner!: string;

  @Field(() => String, { description: "Base légale." })
  legalBasis!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Entrée en vigueur de la règle : rien n'est dû avant ; null si elle n'est pas établie.",
  })
  inForceFrom!: string | null;

  /** @param asOf AAAA-MM-JJ */
  static of(department: string, { rule, isToldOf, ...day }: Occurrence, asOf: string): Deadline {
    const { code, label, owners, printedOwner, legalBasis, inForceFrom } = rule;
    const state = deadlineState({ ...day, inForceFrom, isToldOf }, asOf);
    const isDone = state === DeadlineState.DONE || state === DeadlineState.DONE_LATE;
    return Object.assign(new Deadline(), {
      ...day,
      ...{ code, label, owners, printedOwner, legalBasis, inForceFrom, department, state },
      ...(isDone ? {} : { doneOn: null, document: null }),
    });
  }
}

@Open()
@ObjectType({ description: "Une page d'échéances." })
export class DeadlineConnection extends connectionOf(Deadline, "Deadline", Open()) {}
