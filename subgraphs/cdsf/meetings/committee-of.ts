/** The department of a body, or of one of its meetings: « ZZ-COM-PE » and « ZZ-COM-PE-2026-01-27 » are of ZZ's committee. */
export const committeeOf = (id: string): string => id.split("-")[0]!;
