import { pathToFileURL } from "node:url";
import { compiledProgram } from "./compile.ts";

/** `node commands/process/run.ts <program> …`: runs a program of `commands/` to its end, compiled. */
const [program] = process.argv.splice(2, 1) as [string];
await import(pathToFileURL(await compiledProgram(program)).href);
