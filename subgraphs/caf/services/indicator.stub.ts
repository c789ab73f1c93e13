import { Open } from "../../../foundation/graph/audience.ts";
import { foreignType } from "../../../foundation/graph/stub.ts";

export const Indicator = foreignType({
  name: "Indicator",
  description: "Définition d'un indicateur : indicateur commun de l'arrêté du 4 juillet 2024, ou série d'un producteur.",
  key: { field: "code", description: "Code de l'indicateur dans le hub." },
  audience: Open(),
  resolvable: false,
});
export type Indicator = InstanceType<typeof Indicator>;
