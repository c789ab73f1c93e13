export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The PostgreSQL schema of a subgraph. */
export function schemaOf(name: string): string {
  return name.replaceAll("-", "_");
}
