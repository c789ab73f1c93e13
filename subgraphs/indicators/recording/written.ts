import { Source } from "../../../foundation/graph/source.ts";
import { ImportedFile } from "../../../foundation/imports/imported-file.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { WithheldValue } from "../../../foundation/numbers/secrecy/withheld-value.ts";
import { holdsInAll } from "../../../foundation/rights/row-level-security.ts";
import { writingClient, writingPartner } from "../../../foundation/rights/writer-role.ts";
import type { WrittenTables } from "../../../foundation/tables/tables.ts";
import { PerimeterChange } from "../../../foundation/territories/perimeter-change.ts";
import { departmentsOf, TerritoryParent } from "../../../foundation/territories/territory-parent.ts";
import { Indicator } from "../catalogue/indicator.entity.ts";
import { RecordedBatch } from "./recorded-batch.entity.ts";

/** How long a key is known. */
export const keptDays = 30;

/** SQL: a number of a producer's, in his habilitation's departments. */
const own: NonNullable<WrittenTables["writes"][number]["may"]["insert"]> = (names) =>
  `exists (select from (select ${departmentsOf(names, "observation")} as departments offset 0) w where ${holdsInAll("values:write", "w.departments")})
     and exists (select from ${names.table(Indicator)} i where i.code = measure and i.producer = ${writingPartner})`;

/** What `recordValues` may do to the register: the last of three checks. */
export const written: WrittenTables = {
  reads: [Indicator, PerimeterChange, TerritoryParent],
  writes: [
    // What the same transaction has added can still be withheld.
    { entity: Observation, may: { insert: own, update: () => "recorded_at = now()" } },
    { entity: WithheldValue, may: { insert: () => holdsInAll("values:write", "departments") } },
    { entity: Source, may: { insert: null, update: null } },
    { entity: ImportedFile, may: { insert: null, update: null } },
    {
      entity: RecordedBatch,
      may: { insert: () => `client = ${writingClient}`, delete: () => `recorded_at < now() - interval '${keptDays} days'` },
    },
  ],
};
