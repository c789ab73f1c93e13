import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { observationTables } from "../../foundation/numbers/observation-tables.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/territory-parents.import.ts";
import { CommitteeBody } from "./committee/committee-body.entity.ts";
import { CommitteeBodyResolver } from "./committee/committee-body.resolver.ts";
import { CommitteeEvent } from "./committee/committee-event.entity.ts";
import { CommitteeMember } from "./committee/committee-member.entity.ts";
import { FamilyServicesCommittee } from "./committee/family-services-committee.entity.ts";
import { FamilyServicesCommitteeResolver } from "./committee/family-services-committee.resolver.ts";
import * as deadlines from "./deadlines/deadline.import.ts";
import { DeadlineRule } from "./deadlines/deadline-rule.entity.ts";
import { Milestone } from "./deadlines/milestone.entity.ts";
import * as exchange from "./exchange.import.ts";
import * as catalogue from "./indicators/catalogue.import.ts";
import { DepartmentResolver } from "./indicators/department.resolver.ts";
import { IndicatorDefinitionResolver, IndicatorResolver } from "./indicators/indicator.resolver.ts";
import {
  CafIndicator,
  CdsfIndicator,
  FranceTravailIndicator,
  indicatorReference,
  MsaIndicator,
  PmiIndicator,
} from "./indicators/indicator.ts";
import { IndicatorDefinition } from "./indicators/indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicators/indicator-target.entity.ts";
import { IndicatorTerritory } from "./indicators/indicator-territory.entity.ts";
import { OfficialLabel } from "./indicators/official-label.entity.ts";
import { Partner } from "./indicators/partner.ts";
import * as perimeter from "./indicators/perimeter.import.ts";
import { committees, definitionsByCode, schemesById } from "./readings.ts";
import { FamilyServicesScheme } from "./scheme/family-services-scheme.entity.ts";
import {
  FamilyServicesSchemeResolver,
  SchemeActionResolver,
  SchemeAxisResolver,
  SchemeObjectiveResolver,
} from "./scheme/family-services-scheme.resolver.ts";
import * as hauteMarne from "./scheme/haute-marne.import.ts";
import * as hautsDeSeine from "./scheme/hauts-de-seine.import.ts";
import { SchemeAction } from "./scheme/scheme-action.entity.ts";
import { SchemeAxis } from "./scheme/scheme-axis.entity.ts";
import { SchemeDetail } from "./scheme/scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme/scheme-objective.entity.ts";
import * as seineSaintDenis from "./scheme/seine-saint-denis.import.ts";
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
    Department: Department.reference,
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
