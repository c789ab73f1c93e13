import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { bodies, members } from "./committee/committee-body.import.ts";
import { committees } from "./committee/committees.import.ts";
import * as deadlines from "./deadlines/deadline.import.ts";
import { milestones } from "./deadlines/milestone.import.ts";
import { actions, axes, objectives, scheme } from "./scheme/family-services-scheme.import.ts";
import * as hauteMarne from "./scheme/haute-marne.import.ts";
import * as hautsDeSeine from "./scheme/hauts-de-seine.import.ts";
import * as seineSaintDenis from "./scheme/seine-saint-denis.import.ts";
import * as births from "./series/births.import.ts";

const ofThings = [deadlines, hauteMarne, hautsDeSeine, seineSaintDenis, births];

export default [
  ...ofThings.flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...[actions, axes, bodies, committees, members, milestones, objectives, scheme],
  observationsDataset(Partner.CDSF),
] satisfies Dataset[];
