import { byKey, type Context, groupedBy } from "../../foundation/graph/context.ts";
import { Source } from "../../foundation/graph/source.ts";
import { sql, tableOf } from "../../foundation/postgres/sql.ts";
import { CommitteeBody } from "./committee/committee-body.entity.ts";
import { CommitteeEvent } from "./committee/committee-event.entity.ts";
import { CommitteeMember } from "./committee/committee-member.entity.ts";
import { FamilyServicesCommittee } from "./committee/family-services-committee.entity.ts";
import type { RuleWithMilestones } from "./deadlines/deadline.ts";
import { DeadlineRule } from "./deadlines/deadline-rule.entity.ts";
import { Milestone } from "./deadlines/milestone.entity.ts";
import { IndicatorDefinition } from "./indicators/indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicators/indicator-target.entity.ts";
import { OfficialLabel } from "./indicators/official-label.entity.ts";
import { FamilyServicesScheme } from "./scheme/family-services-scheme.entity.ts";
import { SchemeAction } from "./scheme/scheme-action.entity.ts";
import { SchemeAxis } from "./scheme/scheme-axis.entity.ts";
import { SchemeDetail } from "./scheme/scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme/scheme-objective.entity.ts";

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

/** The rules of the law, the same for all, each with what the department has said of it. One statement. */
export async function deadlineRulesFor(departments: readonly string[], { em }: Context): Promise<RuleWithMilestones[][]> {
  const rules = await sql<RuleWithMilestones>(
    em,
    `select r.code, r.label, r.owner, r.legal_basis as "legalBasis", r.anchor, r.month_day as "monthDay", r.months,
       coalesce(json_agg(json_build_object('department', m.department, 'year', m.year, 'doneOn', m.done_on))
         filter (where m.department is not null), '[]') as milestones
     from ${tableOf(em, DeadlineRule)} r
     left join ${tableOf(em, Milestone)} m on m.rule = r.code and m.department = any($1::text[])
     group by r.code`,
    [departments],
  );
  const of = (department: string) =>
    rules.map((rule) => ({ ...rule, milestones: rule.milestones.filter((said) => said.department === department) }));
  return departments.map(of);
}

/** The whole catalogue, 72 rows, whatever the key: read once a call, and not through the ORM, which takes ten times as long. */
export const catalogue = byKey<"all", { all: "all"; definitions: IndicatorDefinition[] }>(
  async (_, { em }) => {
    const rows = await sql<IndicatorDefinition & { source: Source }>(
      em,
      `select d.code, d.position, d.label, d.unit, d.annex, d.annex_inferred as "annexInferred", d.producer,
         d.printed_producer as "printedProducer", d.printed_level as "printedLevel", d.frequency, d.mandatory, d.mandatory_note as "mandatoryNote",
         d.has_target as "hasTarget", d.status, d.confidence, d.legal_basis as "legalBasis",
         json_build_object('publisher', s.publisher, 'dataset', s.dataset, 'vintage', s.vintage, 'licence', s.licence,
           'receivedOn', s.received_on, 'demonstration', s.demonstration) as source
       from ${tableOf(em, IndicatorDefinition)} d join ${tableOf(em, Source)} s on s.id = d.source_id order by d.position`,
    );
    const definitions = rows.map((row) =>
      Object.assign(new IndicatorDefinition(), row, { source: Object.assign(new Source(), row.source) }),
    );
    return [{ all: "all", definitions }];
  },
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
