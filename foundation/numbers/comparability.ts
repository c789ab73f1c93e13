import { type EnumValue, enumeration } from "../enumeration.ts";

export const Comparability = enumeration("Comparability", "Ce que valent deux chiffres d'un territoire l'un à côté de l'autre.", {
  COMPARABLE: "Le même périmètre.",
  SUM_OF_PARTS: "Le périmètre a changé : le plus ancien est la somme des territoires qui ont été réunis.",
  PERIMETER_CHANGED: "Le périmètre a changé : la différence dit aussi cela.",
  NOT_COMPARABLE: "On ne sait pas si le périmètre a changé.",
});
export type Comparability = EnumValue<typeof Comparability>;
