/**
 * The quantified objectives of the two plans, and how many controls of each kind were done: all year in 2025, January to September in 2026.
 * `authority`: CD_CAF is a joint control.
 */
export interface ProgrammeLine {
  year: number;
  mode: "EAJE" | "CHILDMINDER" | "HOME_CARE";
  category: "COLLECTIVE_CRECHE" | "KINDERGARTEN" | "FAMILY_CRECHE" | "MULTI_CARE" | "";
  authority: "CD" | "ETAT" | "CAF_MSA" | "CD_CAF";
  kind: string;
  target: number;
  done: number;
}

type Key = Pick<ProgrammeLine, "mode" | "category" | "authority" | "kind">;

const lines: [Key, in2025: [target: number, done: number], in2026: [target: number, done: number]][] = [
  [{ mode: "EAJE", category: "COLLECTIVE_CRECHE", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [20, 21], [22, 13]],
  [{ mode: "EAJE", category: "MULTI_CARE", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [12, 9], [14, 6]],
  [{ mode: "EAJE", category: "FAMILY_CRECHE", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [2, 2], [2, 1]],
  [{ mode: "EAJE", category: "KINDERGARTEN", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [1, 1], [1, 0]],
  [{ mode: "EAJE", category: "", authority: "CD", kind: "PRE_AUTHORISATION_VISIT" }, [3, 3], [3, 2]],
  [{ mode: "EAJE", category: "", authority: "CD", kind: "INJUNCTION_FOLLOW_UP" }, [4, 4], [3, 2]],
  [{ mode: "EAJE", category: "", authority: "CD_CAF", kind: "JOINT_CONTROL" }, [6, 5], [8, 4]],
  [{ mode: "EAJE", category: "", authority: "CAF_MSA", kind: "ON_SITE_CONTROL" }, [8, 7], [8, 4]],
  [{ mode: "EAJE", category: "", authority: "ETAT", kind: "STATE_INSPECTION" }, [2, 2], [2, 1]],
  [{ mode: "CHILDMINDER", category: "", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [30, 26], [30, 13]],
  [{ mode: "CHILDMINDER", category: "", authority: "CD", kind: "PRE_AUTHORISATION_VISIT" }, [8, 9], [10, 4]],
  [{ mode: "HOME_CARE", category: "", authority: "CD", kind: "FOLLOW_UP_VISIT" }, [2, 1], [2, 0]],
  [{ mode: "HOME_CARE", category: "", authority: "ETAT", kind: "STATE_INSPECTION" }, [1, 0], [1, 0]],
];

export const programme: ProgrammeLine[] = [2025, 2026].flatMap((year, position) =>
  lines.map(([key, ...years]) => ({ year, ...key, target: years[position]![0], done: years[position]![1] })),
);

export const inspectionObjectives = programme.map(({ year, mode, category, authority, kind, target }) => ({
  departement: "ZZ",
  annee: year,
  mode,
  categorie: category,
  autorite: authority,
  type_controle: kind,
  objectif: target,
}));
