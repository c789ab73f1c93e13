import { readKey } from "../foundation/rights/key-file.ts";
import { StartError } from "../foundation/start-error.ts";
import { clientKeyFile } from "../gateway/identity/client-key.ts";
import { requestToken, TokenRefusal } from "../foundation/rights/request-token.ts";
import { commandLine } from "./process/command-line.ts";
import { runCommand } from "./process/run-command.ts";

/** By what the issuer answers. */
const refusals: Record<string, string> = {
  "404":
    "Ce hub n'a pas d'émetteur de développement (il est éteint en production, là où « access » tourne à part, et derrière npm run gateway) : demandez un jeton à votre propre émetteur.",
  invalid_client: "Ce hub ne connaît pas ce client avec cette clé : vérifiez son nom, et que DATA_FOLDER est le dossier de ce hub.",
  invalid_scope: "Ce client n'a pas toutes les portées demandées : retirez --scope pour avoir toutes les siennes.",
};

/** `npm run -s token -- --client cd52`: prints an access token of the development issuer, and nothing else. */
await runCommand(async (config) => {
  const { client, scope, url } = commandLine("npm run -s token --")
    .requiredOption("--client <client>", "identifiant du client, par exemple cd52")
    .option("--scope <portées>", "portées voulues, séparées par des espaces ; sans cette option, toutes celles du client")
    .option("--url <adresse>", "adresse du hub", `http://${config.host}:${config.port}`)
    .parse()
    .opts<{ client: string; scope?: string; url: string }>();
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new StartError(`« ${url} » n'est pas l'adresse d'un hub : attendu http://machine:port.`);
  const key = await readKey(clientKeyFile(config.dataFolder, client));
  if (!key)
    throw new StartError(
      `Pas de clé privée pour le client « ${client} » dans ${config.dataFolder}/keys/clients : vérifiez son nom et DATA_FOLDER ; le hub fait les clés de ses clients d'essai à son démarrage (npm start).`,
    );
  const token = await requestToken({ issuer: new URL("/issuer", url).href, client, key, scope }).catch((error: unknown) => {
    if (error instanceof TokenRefusal) throw new StartError(refusals[error.message] ?? `L'émetteur de ${url} refuse (${error.message}).`);
    if (error instanceof TypeError)
      throw new StartError(`Aucun hub ne répond à ${url} : démarrez-le (npm start), ou donnez son adresse avec --url.`);
    if (error instanceof DOMException && error.name === "TimeoutError")
      throw new StartError(`Le hub de ${url} est trop lent à répondre : réessayez, ou vérifiez l'adresse donnée avec --url.`);
    throw error;
  });
  console.log(token);
});
