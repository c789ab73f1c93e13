import type { Afterwards } from "../../../foundation/imports/dataset.ts";
import { ChildcareFacility } from "../facilities/childcare-facility.entity.ts";

interface Named {
  departmentCode: string;
  facility: string | null;
}

/** Refuses the lines that name a facility that nobody has described, or that is in another department. */
export const ofKnownFacilities: Afterwards = async ({ names, sql }, { writes }) => {
  const named = writes.flatMap(({ line, values }) => {
    const { departmentCode, facility } = values as Named;
    return facility ? { line, departmentCode, facility } : [];
  });
  const known = await sql<{ id: string; department: string }>(
    `select id, department_code as department from ${names.table(ChildcareFacility)} where id = any($1::text[])`,
    [[...new Set(named.map(({ facility }) => facility))]],
  );
  const departments = new Map(known.map(({ id, department }) => [id, department]));
  return named.flatMap(({ line, departmentCode, facility }) => {
    const department = departments.get(facility);
    if (department === departmentCode) return [];
    const reason = department
      ? `cet établissement est dans le département ${department}, non dans celui de la ligne (${departmentCode})`
      : "le hub ne connaît aucun établissement de cet identifiant : transmettez d'abord celui-ci (jeu « facilities »), ou corrigez-le";
    return { line, column: "etablissement", value: facility, reason };
  });
};
