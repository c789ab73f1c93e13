import { Open } from "../../foundation/graph/audience.ts";
import { foreignType } from "../../foundation/graph/stub.ts";

export const ChildcareFacility = foreignType({
  name: "ChildcareFacility",
  description: "Établissement d'accueil du jeune enfant (EAJE, art. L. 2324-1 du code de la santé publique).",
  key: { field: "id", description: "Identifiant de l'établissement dans le hub." },
  audience: Open(),
  resolvable: false,
});
export type ChildcareFacility = InstanceType<typeof ChildcareFacility>;
