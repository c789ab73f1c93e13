import { today } from "../day.ts";
import type { Dataset, Edition, SourceReference, Write } from "./dataset.ts";
import { UnreadableFile } from "./envelope/unreadable-file.ts";
import { periodOf } from "./period.ts";

/**
 * Says of the rows of a published file which edition they come from.
 * @param publishedOn as the one who imports it says
 * @throws UnreadableFile where a day of publication makes no sense
 */
export function markEdition(writes: readonly Write[], { name, secrecy }: Dataset, publishedOn: string | null): void {
  const all = writes.flatMap(({ values }) => (values as Sourced).source ?? []);
  const sources = new Set(all.filter(({ isDocument }) => secrecy === "published" || isDocument));
  if (publishedOn !== null && secrecy !== "published" && sources.size === 0)
    throw new UnreadableFile(`« ${name} » est transmis au hub, et n'a pas de jour de publication : retirez --published.`);
  if (publishedOn !== null && publishedOn > today())
    throw new UnreadableFile(`Le jour de publication ${publishedOn} est à venir : donnez celui où le producteur a publié le fichier.`);
  const marks: Edition = { edition: publishedOn ?? lastStart(sources), publishedOn };
  const marked = new Map([...sources].map((source) => [source, { ...source, ...marks }]));
  for (const { values, append } of writes) {
    const source = marked.get((values as Sourced).source!);
    if (source) Object.assign(values, { source }, append && marks);
  }
}

interface Sourced {
  source?: SourceReference;
}

function lastStart(sources: ReadonlySet<SourceReference>): string | null {
  const printed = new Set([...sources].map(({ printedVintage }) => printedVintage));
  const starts = [...printed].flatMap((vintage) => periodOf(vintage)?.start ?? []);
  return starts.toSorted().at(-1) ?? null;
}
