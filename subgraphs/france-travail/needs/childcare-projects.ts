import { Source } from "../../../foundation/graph/source.ts";
import { type Dataset, referenceOf, type SourceReference } from "../../../foundation/imports/dataset.ts";
import { writeRows } from "../../../foundation/imports/write-rows.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { recordSums } from "../../../foundation/numbers/record-sums.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { sumOfBasins } from "./sum-of-basins.ts";

/** Childminders, auxiliaires de puériculture, foster carers and home child care: the one code that is early childhood alone. */
const childcareOccupation = "T2B60";

const projects = "F03";
const difficultShare = "F03-difficult-share";

/** The indicators that are counted out of the survey, never transmitted. */
export const childcareMeasures = [projects, difficultShare];

const notes = [
  `Projets du seul métier ${childcareOccupation} (assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile).`,
  "La définition de cet indicateur est reconstruite : le texte des annexes de l'arrêté du 4 juillet 2024 n'a pas pu être consulté.",
];

/** Records indicators F03 and F03-difficult-share of the departments and years of a file, after its import. */
export const recordChildcareProjects: NonNullable<Dataset["afterwards"]> = async (writer, { writes, hash }) => {
  const years = new Set(writes.filter(({ entity }) => entity === RecruitmentNeed).map(({ values }) => (values as RecruitmentNeed).year));
  for (const year of years) await recordYear(writer, year, hash);
  return [];
};

async function recordYear(writer: Writer, year: number, hash: string): Promise<void> {
  const { names } = writer;
  const needs = await writer.sql<Pick<RecruitmentNeed, "department" | "projects" | "difficult"> & SourceReference>(
    `select ${names.columns(Source, "s")}, t.department, t.projects, t.difficult from ${names.table(RecruitmentNeed)} t
     join ${names.table(Source)} s on s.id = t.source_id
     where t.year = $1 and t.occupation_fap = $2 order by t.department, t.employment_basin`,
    [year, childcareOccupation],
  );
  const numbers = [...Map.groupBy(needs, ({ department }) => department)].flatMap(([code, ofDepartment]) => {
    const known = ofDepartment.flatMap((need) => need.projects ?? []);
    const { value, status, unit, missingParts, computedBy } = sumOfBasins({
      value: known.length > 0 ? known.reduce((sum, projects) => sum + projects) : null,
      masked: ofDepartment.length - known.length,
    });
    const common = { level: TerritoryLevel.DEPARTMENT, code, year, notes, source: referenceOf(ofDepartment[0]!) };
    return [
      writeObservation(0, { ...common, measure: projects, value, status, unit, missingParts, computedBy }),
      writeObservation(0, { ...common, measure: difficultShare, ...shareOfDifficult(ofDepartment) }),
    ];
  });
  await writeRows(writer, Observation, numbers, hash);
  await recordSums(writer, [{ measure: projects, year }], hash);
}

/** The share of a department's projects that are difficult, in %. Where one basin is masked it is not known: a part of it is no bound of it. */
function shareOfDifficult(needs: Pick<RecruitmentNeed, "projects" | "difficult">[]) {
  const unit = "%";
  const isMasked = needs.some(({ projects, difficult }) => projects === null || difficult === null);
  if (isMasked) return { unit, value: null, status: ObservationStatus.SUPPRESSED };
  const sum = (of: "projects" | "difficult") => needs.reduce((total, need) => total + need[of]!, 0);
  const [numerator, denominator] = [sum("difficult"), sum("projects")];
  if (denominator === 0) return { unit, value: null, status: ObservationStatus.NOT_APPLICABLE, numerator, denominator };
  const value = Math.round((numerator / denominator) * 1000) / 10;
  return {
    unit,
    value,
    numerator,
    denominator,
    computedBy: "hub : projets difficiles rapportés aux projets, tous bassins d'emploi connus",
  };
}
