import { type EnumValue, enumeration } from "../enumeration.ts";

export const ActionState = enumeration("ActionState", "Où en est ce qui a été décidé.", {
  PLANNED: "Prévu.",
  STARTED: "Commencé.",
  DONE: "Fait.",
  LATE: "En retard : son échéance est passée, et personne n'a dit que c'était fait ou abandonné.",
  DROPPED: "Abandonné.",
  UNKNOWN: "Personne ne l'a dit.",
});
export type ActionState = EnumValue<typeof ActionState>;

const over: readonly ActionState[] = [ActionState.DONE, ActionState.DROPPED];

/** @param told what its sender said of it @param today AAAA-MM-JJ; its last day is still in time */
export function actionState(told: ActionState, dueOn: string | null, today: string): ActionState {
  return dueOn !== null && dueOn < today && !over.includes(told) ? ActionState.LATE : told;
}
