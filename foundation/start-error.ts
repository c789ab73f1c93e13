import { causesOf, saidWithoutCode } from "./causes.ts";

/** Something the person who starts the hub can mend: its French message is all that is printed, and the exit code is 1. */
export class StartError extends Error {}

const stopped = "le serveur s'est arrêté, ou la connexion a été coupée. Redémarrez-le, ou vérifiez le réseau";

const causes: Record<string, string> = {
  ECONNRESET: stopped,
  EPIPE: stopped,
  ECONNREFUSED: "aucun serveur PostgreSQL n'y répond. Démarrez-le, ou corrigez DATABASE_URL",
  ENOTFOUND: "ce nom de machine n'existe pas. Corrigez DATABASE_URL",
  EAI_AGAIN: "ce nom de machine ne se résout pas. Corrigez DATABASE_URL ou vérifiez le réseau",
  ETIMEDOUT: "le serveur ne répond pas. Vérifiez l'adresse et le pare-feu",
  "28P01": "le mot de passe est refusé. Corrigez DATABASE_URL",
  "28000": "cet utilisateur est refusé. Corrigez DATABASE_URL",
  "3D000": "cette base n'existe pas. Créez-la (createdb) ou corrigez DATABASE_URL",
  "42501": "cet utilisateur n'a pas le droit d'y créer les schémas du hub. Donnez-lui CREATE et TEMPORARY sur la base",
  "53100": "le disque est plein. Libérez de la place et recommencez : rien n'est perdu",
  "53300": "le serveur n'accepte plus de connexions. Augmentez max_connections ou arrêtez d'autres programmes",
  "57P03": "le serveur démarre encore. Réessayez dans quelques secondes",
  "57P01": stopped,
  "57014": "une requête a dépassé le temps permis. Le serveur est surchargé : réessayez plus tard",
};

/** Turns what the driver or the system threw into one French sentence, where the cause is one that a person can mend. */
export function asStartError(error: unknown, where: string): unknown {
  for (const cause of causesOf(error)) {
    if (cause instanceof StartError) return cause;
    if (cause.code === "ENOSPC")
      return new StartError(`Disque plein (${cause.path ?? where}) : libérez de la place et recommencez, rien n'est perdu.`);
    if (cause.code === "EACCES" || cause.code === "EROFS")
      return new StartError(`Écriture refusée dans ${cause.path ?? where} : donnez les droits à ce compte, ou déplacez le projet.`);
    const known = causes[String(cause.code)] ?? causes[codeSaid(cause.message ?? "")];
    if (known) return new StartError(`Base de données ${where} : ${known}.`);
  }
  return error;
}

/** The code of the table for what the driver says without one. */
function codeSaid(message: string): string {
  if (saidWithoutCode.silent.test(message)) return "ETIMEDOUT";
  return saidWithoutCode.cut.test(message) ? "ECONNRESET" : "";
}
