import { today } from "../day.ts";
import type { Dataset } from "./dataset.ts";
import { type DistinctSources, mark } from "./writing/distinct-sources.ts";
import { UnreadableFile } from "./envelope/unreadable-file.ts";

/**
 * Says of the sources of a published file of which edition of it they are.
 * @param publishedOn as the one who imports it says
 * @throws UnreadableFile where a day of publication makes no sense
 */
export function markEdition(all: readonly DistinctSources[], { name, secrecy }: Dataset, publishedOn: string | null): void {
  const sources = all.flatMap((some) => some.published(secrecy));
  if (publishedOn !== null && secrecy !== "published" && sources.length === 0)
    throw new UnreadableFile(`« ${name} » est transmis au hub, et n'a pas de jour de publication : retirez --published.`);
  if (publishedOn !== null && publishedOn > today())
    throw new UnreadableFile(`Le jour de publication ${publishedOn} est à venir : donnez celui où le producteur a publié le fichier.`);
  const starts = sources.flatMap(({ periodStart }) => periodStart ?? []);
  mark(sources, { edition: publishedOn ?? starts.toSorted().at(-1) ?? null, publishedOn });
}
