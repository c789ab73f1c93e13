import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { sampleFiles } from "../../../../foundation/imports/sample-files.ts";
import { secrecy } from "../../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { copyOfSample } from "../../../hub.ts";

test("no file that is loaded while the hub answers tells a number that binds a protected one: it would be decided without what others know", async () => {
  const files = await sampleFiles(["behind"]);
  const hashes = files.map(([, , file]) =>
    createHash("sha256")
      .update(readFileSync(new URL(`../../../../${file}`, import.meta.url)))
      .digest("hex"),
  );
  const database = await copyOfSample();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ measure: string }>(
      `select distinct o.measure from indicators.observation o join indicators.source s on s.id = o.source_id
       where split_part(s.file_hash, '@', 1) = any($1::text[]) order by o.measure`,
      [hashes],
    );
    const measures = rows.map(({ measure }) => measure);
    expect(measures).toContain("F03");
    expect(measures.filter((measure) => secrecy.tiedTo([measure]).length > 0)).toEqual([]);
  } finally {
    await client.end();
    await database.drop();
  }
});
