import { Source } from "../../../foundation/graph/source.ts";
import { type Dataset, referenceOf, type SourceReference } from "../../../foundation/imports/dataset.ts";
import { writeRows } from "../../../foundation/imports/writing/write-rows.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { type NeedKey, RecruitmentNeed } from "./recruitment-need.ts";
import { codeAt, type Sums, sums } from "./sums-of-lines.ts";
import { SurveyLine } from "./survey-line.entity.ts";

/** Childminders, auxiliaires de puériculture, foster carers and home child care: the one code that is early childhood alone. */
const childcareOccupation = "T2B60";

const projects = "F03";
const difficultShare = "F03-difficult-share";

const levels = [TerritoryLevel.DEPARTMENT, TerritoryLevel.REGION, TerritoryLevel.NATION];

const notes = [
  `Projets du seul métier ${childcareOccupation} (assistants maternels, auxiliaires de puériculture, assistants familiaux et gardes à domicile).`,
  "La définition de cet indicateur est reconstruite : le texte des annexes de l'arrêté du 4 juillet 2024 n'a pas pu être consulté.",
];

/** Records indicators F03 and F03-difficult-share of the years of a file, after its import: the numbers of the recruitment needs themselves. */
export const recordChildcareProjects: NonNullable<Dataset["afterwards"]> = async (writer, { writes, hash }) => {
  const years = new Set(writes.filter(({ entity }) => entity === SurveyLine).map(({ values }) => (values as SurveyLine).year));
  for (const year of years) await recordYear(writer, year, hash);
  return [];
};

async function recordYear(writer: Writer, year: number, hash: string): Promise<void> {
  const { names } = writer;
  const rows = await writer.sql<NeedKey & Sums & { reference: SourceReference }>(
    `select t.*, (select to_json(x) from (select ${names.columns(Source, "s")}) x) as reference from (
       select k.level, ${codeAt("k.level")} as code, r.year, r.occupation_fap as occupation, ${sums}
       from unnest($3::text[]) k(level) cross join ${names.table(SurveyLine)} r
       where r.year = $1 and r.occupation_fap = $2 group by 1, 2, 3, 4) t
     join ${names.table(Source)} s on s.id = t."sourceId"
     where t.code is not null order by t.level, t.code`,
    [year, childcareOccupation, levels],
  );
  const numbers = rows.flatMap(({ level, code, reference, ...row }) => {
    const need = RecruitmentNeed.of({ level, code, ...row });
    const written = (measure: string, { value, status, unit, numerator, denominator, missingParts, computedBy }: Observation) =>
      writeObservation(0, {
        ...{ measure, level, code, year, value, status, unit, numerator, denominator, missingParts, computedBy, notes },
        source: referenceOf(reference),
      });
    return [written(projects, need.projects), written(difficultShare, need.difficultShare)];
  });
  await writeRows(writer, Observation, numbers, hash);
}
