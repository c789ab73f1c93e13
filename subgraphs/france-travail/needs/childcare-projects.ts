import { Source } from "../../../foundation/graph/source.ts";
import { type Dataset, referenceOf, type SourceReference } from "../../../foundation/imports/dataset.ts";
import { writeRows } from "../../../foundation/imports/write-rows.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { recordSums } from "../../../foundation/numbers/record-sums.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { sumOfBasins } from "./sum-of-basins.ts";

/** Childminders, auxiliaires de puériculture, foster carers and home child care: the one code that is early childhood alone. */
const childcareOccupation = "T2B60";

const notes = [
  `Projets du seul métier ${childcareOccupation} (assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile).`,
  "La définition de cet indicateur est reconstruite : le texte des annexes de l'arrêté du 4 juillet 2024 n'a pas pu être consulté.",
];

/** Records indicator F03 of the departments and years of a file, after its import. */
export const recordChildcareProjects: NonNullable<Dataset["afterwards"]> = async (writer, { writes, hash }) => {
  const years = new Set(writes.filter(({ entity }) => entity === RecruitmentNeed).map(({ values }) => (values as RecruitmentNeed).year));
  for (const year of years) await recordYear(writer, year, hash);
  return [];
};

async function recordYear(writer: Writer, year: number, hash: string): Promise<void> {
  const { names } = writer;
  const needs = await writer.sql<Pick<RecruitmentNeed, "department" | "projects"> & SourceReference>(
    `select ${names.columns(Source, "s")}, t.department, t.projects from ${names.table(RecruitmentNeed)} t
     join ${names.table(Source)} s on s.id = t.source_id
     where t.year = $1 and t.occupation_fap = $2 order by t.department, t.employment_basin`,
    [year, childcareOccupation],
  );
  const numbers = [...Map.groupBy(needs, ({ department }) => department)].map(([code, ofDepartment]) => {
    const known = ofDepartment.flatMap(({ projects }) => projects ?? []);
    const { value, status, unit, missingParts, computedBy } = sumOfBasins({
      value: known.length > 0 ? known.reduce((sum, projects) => sum + projects) : null,
      masked: ofDepartment.length - known.length,
    });
    return writeObservation(0, {
      measure: "F03",
      level: TerritoryLevel.DEPARTMENT,
      code,
      year,
      value,
      status,
      unit,
      missingParts,
      computedBy,
      notes,
      source: referenceOf(ofDepartment[0]!),
    });
  });
  await writeRows(writer, Observation, numbers, hash);
  await recordSums(writer, [{ measure: "F03", year }], hash);
}
