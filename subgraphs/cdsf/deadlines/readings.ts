import { query } from "../../../foundation/graph/readings/query.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import { demonstrationPrefix, Source } from "../../../foundation/graph/source.ts";
import { AuthorityScheme } from "../authorities/authority-scheme.entity.ts";
import { FamilyServicesCommittee } from "../committee/family-services-committee.entity.ts";
import { Seat } from "../committee/seat.entity.ts";
import { DocumentKind } from "../documents/document-kind.ts";
import { Document } from "../documents/document.entity.ts";
import { DocumentSubject } from "../documents/document-subject.entity.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { DeadlineRule } from "./deadline-rule.entity.ts";
import { provingKinds } from "./evidence.ts";
import type { Facts } from "./facts.ts";

/** The rules of the law, the same for all. */
export const deadlineRules = many(DeadlineRule, [], { order: ["code"] });

interface FactsKey {
  /** Null: all, without the demonstration's unless it is asked for. */
  department: string | null;
  includeDemonstration: boolean;
  /** Of the documents; an evaluation is there whatever its year. */
  fromYear: number;
  toYear: number;
}

const kinds = `array[${provingKinds.map((kind) => `'${kind}'`).join(", ")}]`;

/** What is known of each committee's department, by its code. */
export const deadlineFacts = query<FactsKey, Facts>({
  parameters: { department: "text", includeDemonstration: "boolean", fromYear: "int", toYear: "int" },
  text: (
    names,
    keys,
  ) => `select k.n, c.id as department, c.renewed_on as "renewedOn", s.schemes, d.documents, d."transmittedKinds", v.vacancies, a."authoritySchemes"
from ${keys}
join ${names.table(FamilyServicesCommittee)} c on c.id = k.department
  or (k.department is null and (k."includeDemonstration" or c.id not like '${demonstrationPrefix}%'))
cross join lateral (
  select coalesce(json_agg(json_build_object('id', s.id, 'startYear', s.start_year, 'endYear', s.end_year, 'endOn', s.end_on,
    'adoptedOn', s.adopted_on, 'transmittedOn', s.transmitted_on, 'isTransmitted', o.edition is null) order by s.id), '[]') as schemes
  from ${names.table(FamilyServicesScheme)} s join ${names.table(Source)} o on o.id = s.source_id where 'DEPARTMENT:' || c.id = any (s.territory_ids)) s
cross join lateral (
  select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'year', d.year, 'scheme', d.scheme, 'adoptedOn', d.adopted_on, 'sent', d.sent)
      order by d.id) filter (where d.year between k."fromYear" and k."toYear" or d.kind = '${DocumentKind.EVALUATION}'), '[]') as documents,
    coalesce(array_agg(distinct d.kind) filter (where o.edition is null), '{}') as "transmittedKinds"
  from ${names.table(DocumentSubject)} m join ${names.table(Document)} d on d.id = m.document join ${names.table(Source)} o on o.id = d.source_id
  where m.territory = 'DEPARTMENT:' || c.id and d.kind = any (${kinds})) d
cross join lateral (
  select coalesce(json_agg(json_build_object('category', t.category, 'number', t.number, 'since', t.since, 'until', t.until)
    order by t.category, t.number, t.since), '[]') as vacancies
  from ${names.table(Seat)} t where t.committee = c.id and t.holder is null) v
cross join lateral (
  select coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'adoptedOn', t.adopted_on, 'transmittedOn', t.transmitted_on) order by t.id), '[]')
    as "authoritySchemes"
  from ${names.table(AuthorityScheme)} t where t.department = c.id) a
order by k.n, c.id`,
});
