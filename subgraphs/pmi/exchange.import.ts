import { z } from "zod";
import { today } from "../../foundation/day.ts";
import { type Dataset, defineDataset, sourceOf, write } from "../../foundation/imports/dataset.ts";
import {
  communeCode,
  count,
  day,
  departmentCode,
  list,
  optionalText,
  orEmpty,
  text,
  year,
} from "../../foundation/imports/french-values.ts";
import { ChildcareFacility, FacilityFinancing } from "./facilities/childcare-facility.entity.ts";
import { FacilityCategory } from "./facilities/facility-category.ts";
import { facilityTypeNames, facilityTypes } from "./facilities/facility-types.ts";
import { Inspection } from "./inspections/inspection.entity.ts";
import { countRegister } from "./inspections/inspection-register.ts";
import {
  CareMode,
  ControlKind,
  FollowUpNature,
  InspectionAuthority,
  NonComplianceNature,
  PlanStatus,
} from "./inspections/inspection-terms.ts";
import { ScheduledInspection } from "./inspections/scheduled-inspection.entity.ts";
import { InspectionObjective } from "./plans/inspection-objective.entity.ts";
import { InspectionPlan } from "./plans/inspection-plan.entity.ts";
import { InspectionReview } from "./plans/inspection-review.entity.ts";
import { isPublished } from "./plans/published.ts";

/** The hub's own exchange layouts: what a département's PMI service sends. */

/** Counts the registers of the departments and years that a file speaks of. */
const recount: Dataset["afterwards"] = async (em, { writes, hash }) => {
  const named = writes.map(({ values }) => {
    const { departmentCode, year, plan } = values as Partial<Record<"departmentCode" | "year" | "plan", string>>;
    return plan ?? `${departmentCode}-${year}`;
  });
  const keys = [...new Set(named)].map((key) => ({ departmentCode: key.split("-")[0]!, year: Number(key.split("-")[1]) }));
  await countRegister(em, keys, hash);
  return [];
};

const source = (department: string, dataset: string, vintage: string | number) =>
  sourceOf(department, {
    publisher: `Conseil départemental (${department}), PMI`,
    dataset,
    vintage: String(vintage),
    licence: "Licence Ouverte 2.0",
  });

const authorities: Record<string, InspectionAuthority> = {
  CD: InspectionAuthority.CD,
  ETAT: InspectionAuthority.STATE,
  CAF_MSA: InspectionAuthority.CAF_MSA,
  CD_CAF: InspectionAuthority.CD_CAF,
};
const authority = z.enum(Object.keys(authorities) as [string, ...string[]]).transform((name) => authorities[name]!);

export const facilities = defineDataset({
  name: "facilities",
  title: "Établissements autorisés (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    id: text,
    nom: text,
    departement: departmentCode,
    commune: communeCode,
    type: z.enum(facilityTypeNames),
    capacite: count,
    ouvert_le: orEmpty(day),
    ferme_le: orEmpty(day),
    gestionnaire: optionalText,
    financement: orEmpty(z.enum(FacilityFinancing)),
    situation_au: day,
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ChildcareFacility, {
        id: row.id,
        name: row.nom,
        category: facilityTypes[row.type],
        printedType: row.type,
        financing: row.financement,
        departmentCode: row.departement,
        communeCode: row.commune,
        printedCommune: null,
        operator: row.gestionnaire,
        authorisedPlaces: row.capacite,
        openedOn: row.ouvert_le,
        closedOn: row.ferme_le,
        statedOn: row.situation_au,
        source: source(row.departement, "Établissements autorisés", row.situation_au),
      }),
    ),
});

export const plans = defineDataset({
  name: "inspection-plans",
  title: "Plans annuels d'inspection et de contrôle (format d'échange du hub)",
  secrecy: "register",
  afterwards: recount,
  columns: z.object({
    departement: departmentCode,
    annee: year,
    statut: z.enum(PlanStatus),
    etabli_le: orEmpty(day),
    publie_le: orEmpty(day),
    orientations: list(text),
    eaje_autorises: orEmpty(count),
    assistants_maternels: orEmpty(count),
    garde_domicile: orEmpty(count),
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, InspectionPlan, {
        id: `${row.departement}-${row.annee}`,
        departmentCode: row.departement,
        year: row.annee,
        status: row.statut,
        establishedOn: row.etabli_le,
        publishedOn: row.publie_le,
        orientations: row.orientations,
        authorisedFacilities: row.eaje_autorises,
        licensedChildminders: row.assistants_maternels,
        homeCareProviders: row.garde_domicile,
        source: source(row.departement, "Plan annuel d'inspection et de contrôle", row.annee),
      }),
    ),
});

export const objectives = defineDataset({
  name: "inspection-objectives",
  title: "Objectifs des plans d'inspection (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    departement: departmentCode,
    annee: year,
    mode: z.enum(CareMode),
    categorie: orEmpty(z.enum(FacilityCategory)),
    autorite: authority,
    type_controle: z.enum(ControlKind),
    objectif: count,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const plan = `${row.departement}-${row.annee}`;
      return write(row.line, InspectionObjective, {
        id: [plan, row.mode, row.categorie ?? "ALL", row.autorite, row.type_controle].join("-"),
        plan,
        position: row.line,
        mode: row.mode,
        category: row.categorie,
        authority: row.autorite,
        controlKind: row.type_controle,
        planned: row.objectif,
      });
    }),
});

const finding = z
  .string()
  .regex(/^[A-Z_]+:\d+$/, "attendu : NATURE:nombre, séparés par |")
  .transform((cell) => cell.split(":") as [string, string])
  .refine(([nature]) => nature in NonComplianceNature, `nature inconnue : choisissez parmi ${Object.keys(NonComplianceNature).join(", ")}`)
  .transform(([nature, number]) => [nature, Number(number)] as const);

export const inspections = defineDataset({
  name: "inspections",
  title: "Registre des contrôles (format d'échange du hub)",
  secrecy: "register",
  afterwards: recount,
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      etablissement: optionalText,
      mode: z.enum(CareMode),
      categorie: orEmpty(z.enum(FacilityCategory)),
      date: day,
      autorites: list(z.enum(["CD", "ETAT", "CAF_MSA"])).refine(
        (names) => names.length === 1 || names.toSorted().join() === "CAF_MSA,CD",
        "attendu : une autorité, ou CD|CAF_MSA",
      ),
      type_controle: z.enum(ControlKind),
      inopine: z.enum(["oui", "non"]),
      non_conformites: list(finding),
      suites: list(z.enum(["NONE", ...Object.values(FollowUpNature)])),
    })
    .refine(({ mode, etablissement, categorie }) => mode !== CareMode.EAJE || (etablissement && categorie), {
      path: ["etablissement"],
      error: "un contrôle d'EAJE dit l'établissement et sa catégorie",
    })
    .refine(({ departement, date }) => date <= today(departement), {
      path: ["date"],
      error: "un contrôle à venir n'entre pas au registre",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Inspection, {
        id: row.id,
        departmentCode: row.departement,
        year: Number(row.date.slice(0, 4)),
        doneOn: row.date,
        facility: row.etablissement,
        mode: row.mode,
        category: row.categorie,
        authority: row.autorites.length === 2 ? InspectionAuthority.CD_CAF : authorities[row.autorites[0]!],
        controlKind: row.type_controle,
        unannounced: row.inopine === "oui",
        nonCompliances: Object.fromEntries(row.non_conformites),
        followUps: row.suites.filter((nature) => nature !== "NONE"),
        source: source(row.departement, "Registre des contrôles", row.date.slice(0, 4)),
      }),
    ),
});

export const schedule = defineDataset({
  name: "scheduled-inspections",
  secrecy: "register",
  title: "Contrôles à venir (format d'échange du hub)",
  columns: z.object({
    id: text,
    departement: departmentCode,
    etablissement: text,
    date: day,
    autorite: authority,
    type_controle: z.enum(ControlKind),
    inopine: z.enum(["oui", "non"]),
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ScheduledInspection, {
        id: row.id,
        departmentCode: row.departement,
        facility: row.etablissement,
        scheduledOn: row.date,
        authority: row.autorite,
        controlKind: row.type_controle,
        unannounced: row.inopine === "oui",
        source: source(row.departement, "Contrôles à venir", row.date.slice(0, 4)),
      }),
    ),
});

export const reviews = defineDataset({
  name: "inspection-reviews",
  title: "Bilans annuels d'inspection (format d'échange du hub)",
  secrecy: "register",
  afterwards: recount,
  columns: z
    .object({
      departement: departmentCode,
      annee: year,
      presente_le: orEmpty(day),
      annexe_le: orEmpty(day),
      publie_le: orEmpty(day),
      qualite: list(text),
    })
    .refine(({ departement, publie_le }) => publie_le === null || isPublished(publie_le, today(departement)), {
      path: ["publie_le"],
      error: "la date de publication est à venir : laissez-la vide, et transmettez à nouveau le bilan une fois publié",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, InspectionReview, {
        plan: `${row.departement}-${row.annee}`,
        presentedOn: row.presente_le,
        annexedOn: row.annexe_le,
        publishedOn: row.publie_le,
        qualityNotes: row.qualite,
      }),
    ),
});
