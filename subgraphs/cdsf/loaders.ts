import { byKey, groupedBy } from "../context.ts";
import { CommitteeBody } from "./committee-body.entity.ts";
import { CommitteeEvent } from "./committee-event.entity.ts";
import { CommitteeMember } from "./committee-member.entity.ts";
import { DeadlineRule } from "./deadline-rule.entity.ts";
import { FamilyServicesCommittee } from "./family-services-committee.entity.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import { IndicatorDefinition } from "./indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicator-target.entity.ts";
import { Milestone } from "./milestone.entity.ts";
import { OfficialLabel } from "./official-label.entity.ts";
import { SchemeAction } from "./scheme-action.entity.ts";
import { SchemeAxis } from "./scheme-axis.entity.ts";
import { SchemeDetail } from "./scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme-objective.entity.ts";

export const committees = byKey<string, FamilyServicesCommittee>(
  (ids, { em }) => em.find(FamilyServicesCommittee, { id: { $in: ids } }),
  (row) => row.id,
);
export const bodiesOf = groupedBy<string, CommitteeBody>(
  (ids, { em }) => em.find(CommitteeBody, { committee: { $in: ids } }, { orderBy: { position: "asc" }, populate: ["source"] }),
  (row) => row.committee.id,
);
export const membersOf = groupedBy<string, CommitteeMember>(
  (ids, { em }) => em.find(CommitteeMember, { body: { $in: ids } }, { orderBy: { position: "asc" } }),
  (row) => row.body.id,
);

export const eventsOf = groupedBy<string, CommitteeEvent>(
  (ids, { em }) => em.find(CommitteeEvent, { committee: { $in: ids } }, { orderBy: { position: "asc" }, populate: ["source"] }),
  (row) => row.committee.id,
);

export const officialLabels = byKey<string, OfficialLabel>(
  (codes, { em }) => em.find(OfficialLabel, { code: { $in: codes } }),
  (row) => row.code,
);
export const definitionsByCode = byKey<string, IndicatorDefinition>(
  (codes, { em }) => em.find(IndicatorDefinition, { code: { $in: codes } }, { populate: ["source"] }),
  (row) => row.code,
);
export const targetsById = byKey<string, IndicatorTarget>(
  (ids, { em }) => em.find(IndicatorTarget, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);

export const deadlineRules = byKey<"all", { all: "all"; rules: DeadlineRule[] }>(
  async (_, { em }) => [{ all: "all", rules: await em.find(DeadlineRule, {}) }],
  (row) => row.all,
);

/** The whole catalogue, 72 rows, whatever the key: read once a call. */
export const catalogue = byKey<"all", { all: "all"; definitions: IndicatorDefinition[] }>(
  async (_, { em }) => [
    { all: "all", definitions: await em.find(IndicatorDefinition, {}, { orderBy: { position: "asc" }, populate: ["source"] }) },
  ],
  (row) => row.all,
);

export const schemesOf = groupedBy<string, FamilyServicesScheme>(
  (departments, { em }) =>
    em.find(FamilyServicesScheme, { department: { $in: departments } }, { orderBy: { startYear: "asc" }, populate: ["source"] }),
  (row) => row.department,
);
export const schemesById = byKey<string, FamilyServicesScheme>(
  (ids, { em }) => em.find(FamilyServicesScheme, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);
export const axesOf = groupedBy<string, SchemeAxis>(
  (ids, { em }) => em.find(SchemeAxis, { scheme: { $in: ids } }, { orderBy: { number: "asc" } }),
  (row) => row.scheme.id,
);
export const objectivesOf = groupedBy<string, SchemeObjective>(
  (ids, { em }) => em.find(SchemeObjective, { scheme: { $in: ids } }, { orderBy: { position: "asc" } }),
  (row) => row.scheme.id,
);
export const actionsOf = groupedBy<string, SchemeAction>(
  (ids, { em }) => em.find(SchemeAction, { scheme: { $in: ids } }, { orderBy: { position: "asc" } }),
  (row) => row.scheme.id,
);
export const detailsOf = groupedBy<string, SchemeDetail>(
  (ids, { em }) => em.find(SchemeDetail, { scheme: { $in: ids } }, { orderBy: { position: "asc" } }),
  (row) => row.scheme.id,
);

export const milestonesOf = groupedBy<string, Milestone>(
  (departments, { em }) => em.find(Milestone, { department: { $in: departments } }),
  (row) => row.department,
);
