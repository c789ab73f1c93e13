import { Open } from "../../../foundation/graph/audience.ts";
import { foreignType } from "../../../foundation/graph/stub.ts";

export const Project = foreignType({
  name: "Project",
  description: "Projet d'établissement d'accueil du jeune enfant : création, extension, transformation, transfert, réduction ou fermeture.",
  key: { field: "id", description: "Identifiant." },
  audience: Open(),
});
export type Project = InstanceType<typeof Project>;
