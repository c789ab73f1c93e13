/** A commune's code begins with its department's, or its collectivity's: « 52121 » → « 52 », « 97411 » → « 974 », « ZZ001 » → « ZZ ». */
export function departmentOfCommune(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

/** The same in SQL. @param code an expression */
export const departmentOfCommuneIn = (code: string) => `left(${code}, case when ${code} ~ '^9[78]' then 3 else 2 end)`;
