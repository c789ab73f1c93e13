import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import * as needs from "./needs/readings.ts";
import { RecruitmentNeedResolver } from "./needs/recruitment-need.resolver.ts";
import { SurveyLine } from "./needs/survey-line.entity.ts";
import { Occupation } from "./occupations/occupation.entity.ts";
import { OccupationRome } from "./occupations/occupation-rome.entity.ts";
import { OccupationResolver } from "./occupations/occupation.resolver.ts";
import * as occupations from "./occupations/readings.ts";
import { TerritoryResolver } from "./territory.resolver.ts";
import { Territory } from "./territory.stub.ts";

export default defineSubgraph(
  "france-travail",
  importedFiles,
  deliveries,
  journal("france-travail"),
  shownNumbers,
  {
    open: [Occupation, OccupationRome],
    resolvers: [OccupationResolver],
    references: { Occupation: ({ fap }, context) => occupations.occupations(context, fap) },
    readings: occupations,
  },
  {
    open: [SurveyLine],
    resolvers: [TerritoryResolver, RecruitmentNeedResolver],
    references: { Territory: Territory.reference },
    readings: needs,
  },
);
