import { unaccented } from "../../unaccented.ts";
import type { Dataset } from "../dataset.ts";

/** « Taux de couv EAJE - ensemble » and `taux_de_couv_eaje_ensemble` are one name: publishers print either. */
const plain = (name: string) =>
  unaccented(name)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

/** Gives a column of a file the name under which a dataset knows it; one that it does not know keeps its own. */
export function columnNames({ columns, otherNames = {} }: Pick<Dataset, "columns" | "otherNames">): (printed: string) => string {
  const known = new Map<string, string>();
  for (const [name, others] of Object.entries(otherNames)) for (const other of others) known.set(plain(other), name);
  for (const name of Object.keys(columns.shape)) known.set(plain(name), name);
  const found = new Map<string, string>(); // JSON names its columns in each record
  return (printed) => {
    const name = found.get(printed) ?? known.get(plain(printed)) ?? printed;
    found.set(printed, name);
    return name;
  };
}
