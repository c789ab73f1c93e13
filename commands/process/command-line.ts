import { Command, type CommanderError } from "commander";
import { StartError } from "../../foundation/start-error.ts";

const titles: Record<string, string> = {
  "Usage:": "Usage :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
};

/** By the rule that commander says was broken, with the name that it quotes. */
const refusals: Record<string, (what: string) => string> = {
  "commander.help": () => "Il manque une commande",
  "commander.missingArgument": (what) => `Il manque l'argument <${what}>`,
  "commander.excessArguments": () => "Il y a un argument de trop",
  "commander.unknownOption": (what) => `L'option ${what} n'existe pas`,
  "commander.optionMissingArgument": (what) => `L'option ${what} attend une valeur`,
  "commander.missingMandatoryOptionValue": (what) => `L'option ${what} est obligatoire`,
  "commander.unknownCommand": (what) => `La commande « ${what} » n'existe pas`,
};

/** A command line whose help is French; what does not fit throws, for `runCommand` to say. */
export function commandLine(name: string): Command {
  return new Command()
    .name(name)
    .helpOption("-h, --help", "afficher cette aide")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) => (defaultValue ? `${description} (par défaut : ${defaultValue})` : description),
    });
}

export function refusalOf({ code, message }: CommanderError): StartError {
  const [, quoted = ""] = /'(.+?)'/.exec(message) ?? [];
  const refusal = refusals[code]?.(quoted) ?? "Cette ligne de commande ne convient pas";
  return new StartError(`${refusal} : l'option --help dit ce qui est attendu.`);
}
