import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const ValueOrder = enumeration("ValueOrder", "Ordre d'une liste de valeurs. Celles qui n'ont pas de chiffre viennent en dernier.", {
  TERRITORY: "Par code de territoire, puis par année.",
  VALUE_ASC: "Des plus petites aux plus grandes.",
  VALUE_DESC: "Des plus grandes aux plus petites.",
  CHANGE_ASC:
    "De la plus forte baisse à la plus forte hausse depuis l'année « since ». Celles dont le périmètre a changé sans que l'on puisse l'additionner ne sont pas classées : elles viennent en dernier.",
  CHANGE_DESC:
    "De la plus forte hausse à la plus forte baisse depuis l'année « since ». Celles dont le périmètre a changé sans que l'on puisse l'additionner ne sont pas classées : elles viennent en dernier.",
});
export type ValueOrder = EnumValue<typeof ValueOrder>;
