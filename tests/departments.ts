import type { Hub } from "./hub.ts";

/** What is selected of every territory of the level of departments of these kinds, by code, page after page. */
export async function departmentsOf(hub: Hub, kinds: string[], selection: string): Promise<any[]> {
  const query = `query ($after: String) { territories(level: DEPARTMENT, filter: { kinds: [${kinds}] }, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ${selection} } } }`;
  const found: any[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await hub.query(query, { after });
    const { totalCount, pageInfo, nodes } = data.territories;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) {
      if (found.length !== totalCount) throw new Error(`${found.length} departments, not ${totalCount}`);
      return found;
    }
    after = pageInfo.endCursor;
  }
}
