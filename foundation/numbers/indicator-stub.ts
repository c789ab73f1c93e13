import { Open } from "../graph/audience.ts";
import { foreignType } from "../graph/stub.ts";

/** As the subgraphs know it that own numbers of it: by its code. */
export const Indicator = foreignType({
  name: "Indicator",
  description: "Définition d'un indicateur : indicateur commun de l'arrêté du 4 juillet 2024, ou série d'un producteur.",
  key: { field: "code", description: "Code de l'indicateur dans le hub." },
  audience: Open(),
  resolvable: false,
});
export type Indicator = InstanceType<typeof Indicator>;
