import { keyFile } from "../../foundation/rights/key-file.ts";
import { StartError } from "../../foundation/start-error.ts";

/**
 * Where the private key of a client of the development issuer is kept.
 * @throws StartError where the id is no plain name: it must not lead out of the folder.
 */
export function clientKeyFile(dataFolder: string, id: string): string {
  if (!/^[a-z0-9-]+$/.test(id))
    throw new StartError(`« ${id} » ne peut pas être l'identifiant d'un client : lettres minuscules sans accent, chiffres et tirets.`);
  return keyFile(dataFolder, `clients/${id}`);
}
