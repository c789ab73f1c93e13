import { observationsDataset } from "../observations/observations.import.ts";
import { observationTables } from "../secrecy/observation-tables.ts";
import { territoryParents } from "../secrecy/territory-parents.import.ts";
import { defineSubgraph } from "../subgraph.ts";
import * as catalogue from "./catalogue.import.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeBodyResolver } from "./committee-body.resolver.ts";
import { CommitteeEvent } from "./committee-event.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";
import { DeadlineRule } from "./deadline-rule.entity.ts";
import * as deadlines from "./deadlines.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import * as exchange from "./exchange.import.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { FamilyServicesCommitteeResolver } from "./family-services-committee.resolver.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import {
  FamilyServicesSchemeResolver,
  SchemeActionResolver,
  SchemeAxisResolver,
  SchemeObjectiveResolver,
} from "./family-services-scheme.resolver.ts";
import * as hauteMarne from "./haute-marne.import.ts";
import * as hautsDeSeine from "./hauts-de-seine.import.ts";
import { IndicatorDefinitionResolver, IndicatorResolver } from "./indicator.resolver.ts";
import { CafIndicator, CdsfIndicator, FranceTravailIndicator, indicatorReference, MsaIndicator, PmiIndicator } from "./indicator.ts";
import { IndicatorDefinition } from "./indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicator-target.entity.ts";
import { IndicatorTerritory } from "./indicator-territory.entity.ts";
import { committees, definitionsByCode, schemesById } from "./loaders.ts";
import { Milestone } from "./milestone.entity.ts";
import { OfficialLabel } from "./official-label.entity.ts";
import { Partner } from "./partner.ts";
import * as perimeter from "./perimeter.import.ts";
import { SchemeAction } from "./scheme-action.entity.ts";
import { SchemeAxis } from "./scheme-axis.entity.ts";
import { SchemeDetail } from "./scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme-objective.entity.ts";
import * as seineSaintDenis from "./seine-saint-denis.import.ts";
import { Commune, Department, Epci, FormerEpci, Region } from "./territory.stub.ts";

export default defineSubgraph({
  name: "cdsf",
  entities: [
    FamilyServicesCommittee,
    CommitteeBody,
    CommitteeMember,
    CommitteeEvent,
    FamilyServicesScheme,
    SchemeAxis,
    SchemeObjective,
    SchemeAction,
    SchemeDetail,
    IndicatorDefinition,
    OfficialLabel,
    IndicatorTerritory,
    IndicatorTarget,
    DeadlineRule,
    Milestone,
    ...observationTables.open,
  ],
  restricted: observationTables.restricted,
  resolvers: [
    FamilyServicesCommitteeResolver,
    CommitteeBodyResolver,
    DepartmentResolver,
    FamilyServicesSchemeResolver,
    SchemeAxisResolver,
    SchemeObjectiveResolver,
    SchemeActionResolver,
    IndicatorDefinitionResolver,
    IndicatorResolver,
  ],
  types: [Region, Department, Epci, FormerEpci, Commune, CafIndicator, PmiIndicator, MsaIndicator, FranceTravailIndicator, CdsfIndicator],
  references: {
    Department: ({ code }) => Object.assign(new Department(), { code }),
    FamilyServicesCommittee: ({ id }, context) => context.load(committees, id),
    FamilyServicesScheme: ({ id }, context) => context.load(schemesById, id),
    IndicatorDefinition: ({ code }, context) => context.load(definitionsByCode, code),
    CafIndicator: indicatorReference(Partner.CAF),
    PmiIndicator: indicatorReference(Partner.PMI),
    MsaIndicator: indicatorReference(Partner.MSA),
    FranceTravailIndicator: indicatorReference(Partner.FRANCE_TRAVAIL),
    CdsfIndicator: indicatorReference(Partner.CDSF),
  },
  datasets: [
    perimeter.committees,
    perimeter.regions,
    perimeter.epcis,
    perimeter.communes,
    ...Object.values(catalogue),
    deadlines.deadlines,
    ...Object.values(hauteMarne),
    ...Object.values(hautsDeSeine),
    ...Object.values(seineSaintDenis),
    ...Object.values(exchange),
    ...territoryParents,
    observationsDataset("Secrétariat du CDSF"),
  ],
});
