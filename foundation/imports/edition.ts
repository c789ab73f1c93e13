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
  if (publishedOn !== null && secrecy !== "published")
    throw new UnreadableFile(`« ${name} » est transmis au hub, et n'a pas de jour de publication : retirez --published.`);
  if (publishedOn !== null && publishedOn > today())
    throw new UnreadableFile(`Le jour de publication ${publishedOn} est à venir : donnez celui où le producteur a publié le fichier.`);
  if (secrecy !== "published") return;
  const sources = new Set(writes.flatMap(({ values }) => (values as Sourced).source ?? []));
  const marks: Edition = { edition: publishedOn ?? lastStart(sources), publishedOn };
  const marked = new Map([...sources].map((source) => [source, { ...source, ...marks }]));
  for (const { values, append } of writes) {
    const { source } = values as Sourced;
    if (source) Object.assign(values, { source: marked.get(source) }, append && marks);
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
