import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { type Scope, scopes } from "../../../foundation/rights/scopes.ts";
import { Habilitation } from "./habilitation.entity.ts";

const names = Object.keys(scopes) as [Scope, ...Scope[]];
const scope = z.enum(names, { error: `portée inconnue : choisissez parmi ${names.join(", ")}, séparées par |` });

/** A list that says something, and nothing twice. */
function distinct<T extends z.ZodType<unknown, string>>(item: T) {
  return list(item)
    .refine((items) => items.length > 0, "cellule vide")
    .refine((items) => new Set(items).size === items.length, "la même valeur figure deux fois");
}

export const habilitations = defineDataset({
  name: "habilitations",
  secrecy: "register",
  title: "Habilitations demandées et accordées ; une date en « revoque_le » révoque (format d'échange du hub)",
  columns: z
    .object({
      id: text,
      client: text,
      portees_demandees: distinct(scope),
      portees_accordees: distinct(scope),
      departements: distinct(departmentCode),
      partenaire: orEmpty(z.enum(Partner, { error: `attendu : ${Object.values(Partner).join(", ")}, ou une cellule vide` })).prefault(""),
      finalite: text.min(20, "attendu : une phrase, qui dit à quoi les données serviront"),
      base_legale: text,
      demande_le: day,
      decide_le: day,
      decide_par: text,
      valable_du: day,
      valable_au: day,
      revoque_le: orEmpty(day),
    })
    .refine(({ portees_demandees, portees_accordees }) => portees_accordees.every((granted) => portees_demandees.includes(granted)), {
      path: ["portees_accordees"],
      error: "une portée accordée n'a pas été demandée",
    })
    .refine(({ portees_accordees, partenaire }) => portees_accordees.includes("values:write") === (partenaire !== null), {
      path: ["partenaire"],
      error: "un partenaire va avec la portée values:write, et elle avec lui : c'est le producteur des chiffres qui seront écrits",
    })
    .refine(({ demande_le, decide_le }) => demande_le <= decide_le, { path: ["decide_le"], error: "la décision précède la demande" })
    .refine(({ decide_le, valable_du }) => decide_le <= valable_du, { path: ["valable_du"], error: "la validité précède la décision" })
    .refine(({ valable_du, valable_au }) => valable_du <= valable_au, { path: ["valable_au"], error: "la fin précède le début" })
    .refine(({ decide_le, valable_au, revoque_le }) => revoque_le === null || (decide_le <= revoque_le && revoque_le <= valable_au), {
      path: ["revoque_le"],
      error: "la révocation n'est pas entre la décision et la fin de validité",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Habilitation, {
        id: row.id,
        client: row.client,
        askedScopes: row.portees_demandees,
        scopes: row.portees_accordees,
        departments: row.departements,
        partner: row.partenaire,
        purpose: row.finalite,
        legalBasis: row.base_legale,
        askedOn: row.demande_le,
        decidedOn: row.decide_le,
        decidedBy: row.decide_par,
        validFrom: row.valable_du,
        validTo: row.valable_au,
        revokedOn: row.revoque_le,
      }),
    ),
});
