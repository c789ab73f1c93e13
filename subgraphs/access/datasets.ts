import type { Dataset } from "../../foundation/imports/dataset.ts";
import { clients } from "./clients/client.import.ts";
import { habilitations } from "./habilitations/habilitation.import.ts";

export default [clients, habilitations] satisfies Dataset[];
