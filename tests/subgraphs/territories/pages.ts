import { expect } from "vitest";
import type { Hub } from "../../hub.ts";

/** All communes, department after department. */
export async function everyCommune(hub: Hub, selection: string): Promise<any[]> {
  const kinds = "filter: { kinds: [CURRENT, OVERSEAS_COLLECTIVITY] }";
  const departments = await everyPage(hub, `territories(level: DEPARTMENT, ${kinds}`, "id");
  const found: any[] = [];
  for (const { id } of departments)
    found.push(...(await everyPage(hub, `territories(level: COMMUNE, within: "${id}", ${kinds}`, selection)));
  return found;
}

/** All territories of a list, page after page. @param list what stands before the page, for instance `territories(level: EPCI` */
export async function everyPage(hub: Hub, list: string, selection: string): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await hub.query(
      `query ($after: String) { page: ${list}, first: 100, after: $after) { totalCount nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    const { totalCount, nodes, pageInfo } = data.page;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) {
      expect(found).toHaveLength(totalCount);
      return found;
    }
    after = pageInfo.endCursor;
  }
}
