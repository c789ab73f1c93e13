/** A commune's code begins with its department's, or its collectivity's: « 52121 » → « 52 », « 97411 » → « 974 », « ZZ001 » → « ZZ ». */
export function departmentOfCommune(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}
