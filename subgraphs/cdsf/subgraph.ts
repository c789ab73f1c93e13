import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { programmes } from "../../foundation/programmes/programmes.ts";
import { AuthorityScheme } from "./authorities/authority-scheme.entity.ts";
import { Competence } from "./authorities/competence.entity.ts";
import { OrganisingAuthority } from "./authorities/organising-authority.ts";
import { AuthoritySchemeResolver, CompetenceResolver, OrganisingAuthorityResolver } from "./authorities/organising-authority.resolver.ts";
import * as authorities from "./authorities/readings.ts";
import { CommitteeBody } from "./committee/committee-body.entity.ts";
import { CommitteeBodyResolver } from "./committee/committee-body.resolver.ts";
import { CommitteeEvent } from "./committee/committee-event.entity.ts";
import { CommitteeMember } from "./committee/committee-member.entity.ts";
import { Contact } from "./committee/contact.entity.ts";
import { FamilyServicesCommittee } from "./committee/family-services-committee.entity.ts";
import { FamilyServicesCommitteeResolver } from "./committee/family-services-committee.resolver.ts";
import { Predecessor } from "./committee/predecessor.entity.ts";
import * as committee from "./committee/readings.ts";
import { Seat } from "./committee/seat.entity.ts";
import { CommitteeSeatsResolver, SeatResolver } from "./committee/seat.resolver.ts";
import { DeadlineResolver } from "./deadlines/deadline.resolver.ts";
import { DeadlineRule } from "./deadlines/deadline-rule.entity.ts";
import * as deadlines from "./deadlines/readings.ts";
import { Document } from "./documents/document.entity.ts";
import { DocumentResolver } from "./documents/document.resolver.ts";
import { DocumentSubject } from "./documents/document-subject.entity.ts";
import * as documents from "./documents/readings.ts";
import { EducationProgramme } from "./education/education-programme.entity.ts";
import { EducationProgrammeResolver, TerritoryEducationResolver } from "./education/education-programme.resolver.ts";
import * as education from "./education/readings.ts";
import { AgendaItem } from "./meetings/agenda-item.entity.ts";
import { Decision } from "./meetings/decision.entity.ts";
import { Meeting } from "./meetings/meeting.entity.ts";
import { AgendaItemResolver, DecisionResolver, MeetingResolver } from "./meetings/meeting.resolver.ts";
import * as meetings from "./meetings/readings.ts";
import { Project } from "./projects/project.entity.ts";
import { ProjectResolver, TerritoryProjectsResolver } from "./projects/project.resolver.ts";
import * as projects from "./projects/readings.ts";
import { FamilyServicesScheme } from "./scheme/family-services-scheme.entity.ts";
import { FamilyServicesSchemeResolver } from "./scheme/family-services-scheme.resolver.ts";
import * as scheme from "./scheme/readings.ts";
import { TerritoryResolver } from "./territory.resolver.ts";
import { Territory } from "./territory.stub.ts";

export default defineSubgraph(
  "cdsf",
  importedFiles,
  deliveries,
  journal("cdsf"),
  programmes,
  {
    open: [FamilyServicesCommittee, CommitteeBody, CommitteeMember, CommitteeEvent, Seat, Predecessor, Contact],
    resolvers: [FamilyServicesCommitteeResolver, CommitteeBodyResolver, CommitteeSeatsResolver, SeatResolver],
    references: { FamilyServicesCommittee: ({ id }, context) => committee.committees(context, id) },
    readings: committee,
  },
  {
    open: [FamilyServicesScheme],
    resolvers: [FamilyServicesSchemeResolver],
    references: { FamilyServicesScheme: ({ id }, context) => scheme.schemes(context, id) },
    readings: scheme,
  },
  {
    open: [Document, DocumentSubject],
    resolvers: [DocumentResolver],
    references: { Document: ({ id }, context) => documents.documents(context, id) },
    readings: documents,
  },
  {
    open: [AuthorityScheme, Competence],
    resolvers: [OrganisingAuthorityResolver, CompetenceResolver, AuthoritySchemeResolver],
    references: {
      OrganisingAuthority: ({ id, ...told }) => OrganisingAuthority.of(id, told),
      AuthorityScheme: ({ id }, context) => authorities.authoritySchemes(context, id),
    },
    readings: authorities,
  },
  {
    open: [EducationProgramme],
    resolvers: [EducationProgrammeResolver, TerritoryEducationResolver],
    references: { EducationProgramme: ({ id }, context) => education.educationProgrammes(context, id) },
    readings: education,
  },
  {
    open: [Project],
    resolvers: [ProjectResolver, TerritoryProjectsResolver],
    references: { Project: ({ id }, context) => projects.projects(context, id) },
    readings: projects,
  },
  { open: [DeadlineRule], resolvers: [DeadlineResolver], readings: deadlines },
  {
    open: [Meeting, AgendaItem, Decision],
    resolvers: [MeetingResolver, AgendaItemResolver, DecisionResolver],
    references: { Meeting: ({ id }, context) => meetings.meetings(context, id) },
    readings: meetings,
  },
  {
    resolvers: [TerritoryResolver],
    types: [Territory],
    references: { Territory: Territory.reference },
  },
);
