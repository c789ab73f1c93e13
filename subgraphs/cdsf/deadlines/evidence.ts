import { Party } from "../../../foundation/terms/party.ts";
import { DocumentKind } from "../documents/document-kind.ts";
import type { Facts, KnownDocument, KnownScheme } from "./facts.ts";

/** What says whether a deadline was held. */
export interface Evidence {
  /** AAAA-MM-JJ; null: nothing says that it was. */
  doneOn: string | null;
  /** The id of the document that proves it; null: a fact of another kind does, or nothing. */
  document: string | null;
  /** Whether the department transmits such facts itself: one that is not there is then missing, and not unknown. */
  isToldOf: boolean;
}

interface Proof {
  kind: DocumentKind;
  /** Of which year it tells, from that of the deadline. */
  yearsLater: 0 | -1;
  /** Which of its days counts; null: it has none. */
  dayOf: (document: KnownDocument) => string | null;
}

const sentTo = (party: Party) => (document: KnownDocument) => first(document.sent.flatMap(({ to, on }) => (to === party ? on : [])));

/** The document that proves each deadline of the calendar. */
const proofs: Record<string, Proof> = {
  INSPECTION_PLAN: { kind: DocumentKind.INSPECTION_PLAN, yearsLater: 0, dayOf: ({ adoptedOn }) => adoptedOn },
  ANNUAL_SYNTHESIS: { kind: DocumentKind.SYNTHESIS, yearsLater: -1, dayOf: sentTo(Party.MINISTER) },
  ANNEX_1: { kind: DocumentKind.DIAGNOSIS_INDICATORS, yearsLater: 0, dayOf: sentTo(Party.CDSF) },
  ANNEX_2: { kind: DocumentKind.FOLLOW_UP_INDICATORS, yearsLater: 0, dayOf: sentTo(Party.CNAF) },
  NATIONAL_RETURN: { kind: DocumentKind.INDICATORS_RETURN, yearsLater: 0, dayOf: sentTo(Party.DGCS) },
};

/** The kinds of documents that prove a deadline of the calendar: each tells of a year. */
export const yearlyKinds: readonly DocumentKind[] = Object.values(proofs).map(({ kind }) => kind);
/** The kinds of documents that prove a deadline. */
export const provingKinds: readonly DocumentKind[] = [...yearlyKinds, DocumentKind.EVALUATION];

/** How many years before a deadline the document that proves it may be of. */
export const yearsBefore = 1;

const nothing: Evidence = { doneOn: null, document: null, isToldOf: false };

export const evidence = {
  /** Of a deadline of the calendar. */
  ofYear(facts: Facts, code: string, year: number): Evidence {
    const proof = proofs[code];
    if (!proof) return nothing;
    const { kind, yearsLater, dayOf } = proof;
    const ofKind = facts.documents.filter((document) => document.kind === kind && document.year === year + yearsLater);
    return firstDone(facts, kind, ofKind, dayOf);
  },

  schemeTransmitted({ schemes }: Facts, { transmittedOn }: KnownScheme): Evidence {
    return { doneOn: transmittedOn, document: null, isToldOf: schemes.some((each) => each.isTransmitted && each.transmittedOn !== null) };
  },

  schemeEvaluated(facts: Facts, { id }: KnownScheme): Evidence {
    const ofScheme = facts.documents.filter(({ kind, scheme }) => kind === DocumentKind.EVALUATION && scheme === id);
    return firstDone(facts, DocumentKind.EVALUATION, ofScheme, ({ adoptedOn }) => adoptedOn);
  },

  /** That a scheme was adopted from a day on. */
  schemeAdopted({ schemes }: Facts, from: string): Evidence {
    const adopted = schemes.flatMap(({ adoptedOn }) => (adoptedOn !== null && adoptedOn >= from ? adoptedOn : []));
    return { doneOn: first(adopted), document: null, isToldOf: schemes.some(({ isTransmitted }) => isTransmitted) };
  },
};

/** The first of the documents to be there. */
function firstDone(facts: Facts, kind: DocumentKind, documents: readonly KnownDocument[], dayOf: Proof["dayOf"]): Evidence {
  const done = documents.flatMap((document) => {
    const day = dayOf(document);
    return day === null ? [] : { day, id: document.id };
  });
  const [earliest] = done.toSorted((one, other) => one.day.localeCompare(other.day));
  return { doneOn: earliest?.day ?? null, document: earliest?.id ?? null, isToldOf: facts.transmittedKinds.includes(kind) };
}

function first(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null;
}
