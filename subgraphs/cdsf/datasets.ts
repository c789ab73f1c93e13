import type { Dataset } from "../../foundation/imports/dataset.ts";
import { observationsDataset } from "../../foundation/numbers/exchange/observations.import.ts";
import { publishedValuesDataset } from "../../foundation/numbers/exchange/published-values.import.ts";
import { Partner } from "../../foundation/numbers/partner.ts";
import { planDatasets } from "../../foundation/programmes/plan.import.ts";
import { AuthorityScheme } from "./authorities/authority-scheme.entity.ts";
import { authoritySchemes } from "./authorities/authority-scheme.import.ts";
import { competences } from "./authorities/competence.import.ts";
import * as committee from "./committee/committee-body.import.ts";
import { committees } from "./committee/committees.import.ts";
import { seats } from "./committee/seat.import.ts";
import * as deadlines from "./deadlines/deadline.import.ts";
import { documents } from "./documents/document.import.ts";
import { EducationProgramme } from "./education/education-programme.entity.ts";
import * as education from "./education/education-programme.import.ts";
import * as meetings from "./meetings/meeting.import.ts";
import { projects } from "./projects/project.import.ts";
import { FamilyServicesScheme } from "./scheme/family-services-scheme.entity.ts";
import { schemes } from "./scheme/family-services-scheme.import.ts";
import * as births from "./series/births.import.ts";

const ofThings = [committee, deadlines, education, meetings, births];

export default [
  ...ofThings.flatMap((datasets): Dataset[] => Object.values(datasets)),
  ...[authoritySchemes, committees, competences, documents, projects, schemes, seats],
  ...planDatasets(FamilyServicesScheme, AuthorityScheme, EducationProgramme),
  observationsDataset(Partner.CDSF),
  publishedValuesDataset(Partner.CDSF),
] satisfies Dataset[];
