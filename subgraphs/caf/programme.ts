import { programmeOf } from "../../foundation/programmes/programme.ts";
import { Territory } from "./territory.stub.ts";

export const Programme = programmeOf(Territory);
