import type { Afterwards } from "../../../foundation/imports/dataset.ts";
import { countRegister } from "./inspection-register.ts";

/** Counts the registers of the departments and years that a file speaks of. */
export const recount: Afterwards = async (writer, { writes, hash }) => {
  const named = writes.map(({ values }) => {
    const { departmentCode, year, plan } = values as Partial<Record<"departmentCode" | "year" | "plan", string>>;
    return plan ?? `${departmentCode}-${year}`;
  });
  const keys = [...new Set(named)].map((key) => ({ departmentCode: key.split("-")[0]!, year: Number(key.split("-")[1]) }));
  await countRegister(writer, keys, hash);
  return [];
};
