const maxLength = 100;

/** What a client wrote, short enough to be said back to him. */
export function shortened(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

/** A name, as French puts it. */
export function quoted(name: string | undefined): string {
  return `« ${shortened(name ?? "")} »`;
}
