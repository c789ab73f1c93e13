interface OfDepartment {
  id: string;
  departement: string;
}

/** For `refine`: what a department sends is named after it, so that no other one's file takes its place. */
export const ownId = [
  ({ id, departement }: OfDepartment) => id.startsWith(`${departement}-`),
  {
    path: ["id"] as PropertyKey[],
    error: "attendu : un identifiant qui commence par le code du département, puis un tiret, par exemple 52-P1",
  },
] as const;
