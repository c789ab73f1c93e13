import { writeFileSync } from "node:fs";
import { agreements } from "./agreements.ts";
import { clients } from "./clients.ts";
import { committee, committeeMembers } from "./committee.ts";
import { coverage, places } from "./coverage.ts";
import { csv, jsonLines } from "./csv.ts";
import { facilities } from "./facilities.ts";
import { familyServices } from "./family-services.ts";
import { funding } from "./funding.ts";
import { habilitations } from "./habilitations.ts";
import { inspectionPlans, inspectionReviews } from "./inspection-plans.ts";
import { inspectionObjectives } from "./inspection-programme.ts";
import { inspections } from "./inspections.ts";
import { milestones } from "./milestones.ts";
import * as observations from "./observations.ts";
import { recruitment } from "./recruitment.ts";
import { ruralProgrammes } from "./rural-programmes.ts";
import { scheduledInspections } from "./scheduled-inspections.ts";
import { scheme, schemeActions, schemeAxes, schemeObjectives } from "./scheme.ts";
import { indicatorTargets } from "./targets.ts";
import { communes, departments, epcis, regions } from "./territories.ts";

/**
 * The files of the demonstration department ZZ and of the demonstration clients, every byte of them fictitious and the same at every run.
 * @returns content by file name.
 */
export function generate(): Map<string, string> {
  return new Map([
    ["regions.json", jsonLines(regions)],
    ["departments.json", jsonLines(departments)],
    ["communes.json", jsonLines(communes)],
    ["epci.json", jsonLines(epcis)],
    ["coverage.csv", csv(coverage)],
    ["places.csv", csv(places)],
    ["bmo.csv", csv(recruitment)],
    ["observations-caf.csv", csv(observations.caf)],
    ["observations-pmi.csv", csv(observations.pmi)],
    ["observations-msa.csv", csv(observations.msa)],
    ["observations-france-travail.csv", csv(observations.franceTravail)],
    ["observations-cdsf.csv", csv(observations.cdsf)],
    ["agreements.csv", csv(agreements)],
    ["family-services.csv", csv(familyServices)],
    ["facilities.csv", csv(facilities)],
    ["funding.csv", csv(funding)],
    ["rural-programmes.csv", csv(ruralProgrammes)],
    ["inspection-plans.csv", csv(inspectionPlans)],
    ["inspection-objectives.csv", csv(inspectionObjectives)],
    ["inspections.csv", csv(inspections)],
    ["scheduled-inspections.csv", csv(scheduledInspections)],
    ["inspection-reviews.csv", csv(inspectionReviews)],
    ["targets.csv", csv(indicatorTargets)],
    ["milestones.csv", csv(milestones)],
    ["scheme.csv", csv(scheme)],
    ["scheme-axes.csv", csv(schemeAxes)],
    ["scheme-objectives.csv", csv(schemeObjectives)],
    ["scheme-actions.csv", csv(schemeActions)],
    ["committee.csv", csv(committee)],
    ["committee-members.csv", csv(committeeMembers)],
    ["clients.csv", csv(clients)],
    ["habilitations.csv", csv(habilitations)],
  ]);
}

if (import.meta.main) {
  for (const [name, content] of generate()) writeFileSync(new URL(name, import.meta.url), content);
}
