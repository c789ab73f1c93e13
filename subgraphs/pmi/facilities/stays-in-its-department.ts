import type { Dataset } from "../../../foundation/imports/dataset.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";

/** Refuses the lines that say of a known facility that it is in another department: what rights let a department read and count would change hands. */
export const staysInItsDepartment: NonNullable<Dataset["beforehand"]> = async ({ names, sql }, writes) => {
  const facilities = writes.map(({ line, values }) => ({ line, ...(values as ChildcareFacility) }));
  const known = await sql<{ id: string; department: string }>(
    `select id, department_code as department from ${names.table(ChildcareFacility)} where id = any($1::text[])`,
    [facilities.map(({ id }) => id)],
  );
  const departments = new Map(known.map(({ id, department }) => [id, department]));
  return facilities.flatMap(({ line, id, departmentCode }) => {
    const department = departments.get(id);
    if (department === undefined || department === departmentCode) return [];
    const reason = `l'établissement ${id} est dans le département ${department} : corrigez le département de la ligne, ou donnez à cet établissement un autre identifiant`;
    return { line, column: "departement", value: departmentCode, reason };
  });
};
