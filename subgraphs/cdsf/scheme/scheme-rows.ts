import { type SourceReference, type Write, write } from "../../../foundation/imports/dataset.ts";
import { slug } from "../../../foundation/imports/slug.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import { SchemeAction } from "./scheme-action.entity.ts";
import { SchemeAxis } from "./scheme-axis.entity.ts";
import { SchemeDetail, type SchemeDetailKind } from "./scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme-objective.entity.ts";

/** The rows of one scheme, with ids made one way whatever the document it was printed in. */
export function schemeRows(department: string, startYear: number) {
  const scheme = `${department}-${startYear}`;
  const axisId = (number: number) => `${scheme}-axe-${number}`;
  const objectiveId = (code: string) => `${scheme}-objectif-${code}`;
  return {
    axisId,
    objectiveId,
    /** @param number null where the document gives none: the action is known by its label. */
    actionId: (axis: number, number: string | null, label: string) =>
      number === null ? `${scheme}-action-${slug(label)}` : `${scheme}-action-${axis}.${number}`,
    scheme: (line: number, values: Partial<FamilyServicesScheme> & { title: string; endYear: number }, source: SourceReference): Write =>
      write(line, FamilyServicesScheme, {
        startOn: null,
        endOn: null,
        adoptedOn: null,
        transmittedOn: null,
        printedFacts: [],
        ...values,
        id: scheme,
        department,
        startYear,
        source,
      }),
    axis: (line: number, number: number, label: string, calendar: string | null): Write =>
      write(line, SchemeAxis, { id: axisId(number), scheme, number, label, calendar }),
    objective: (line: number, axis: number, code: string, label: string, calendar: string | null): Write =>
      write(line, SchemeObjective, { id: objectiveId(code), scheme, axis: axisId(axis), position: line, code, label, calendar }),
    action: (line: number, id: string, parent: string, label: string, calendar: string | null, leader: string | null): Write =>
      write(line, SchemeAction, { id, scheme, parent, position: line, label, calendar, leader }),
    detail: (line: number, kind: SchemeDetailKind, parent: string, label: string, actor: string | null = null): Write =>
      write(line, SchemeDetail, { id: `${parent}-${kind}-${line}`, scheme, parent, position: line, kind, label, actor }),
  };
}
