import type { Part } from "../graph/part.ts";
import { Entity, PrimaryKey, Property } from "../tables/columns.ts";

/** A file that was imported whole: `npm start` does not load it again. */
@Entity()
export class ImportedFile {
  @PrimaryKey({ type: "text" })
  dataset!: string;

  @PrimaryKey({ type: "text" })
  hash!: string;

  @Property({ type: "text" })
  fileName!: string;

  @Property({ type: "integer" })
  rows!: number;

  @Property({ type: "datetime" })
  importedAt!: Date;
}

/** Of every subgraph: which files it holds. */
export const importedFiles: Part = { open: [ImportedFile] };
