import pg from "pg";
import { expect, inject, test } from "vitest";
import { today, todayIn } from "../../foundation/day.ts";

const departments = ["52", "2A", "69M", "ZZ", "971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988", "989"];

test("PostgreSQL and Node tell the same day of every territory, at every hour of a winter's and of a summer's day", async () => {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  const instants = ["2026-01-15", "2026-07-15"].flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => new Date(Date.parse(day) + hour * 3_600_000)),
  );
  const { rows } = await client.query(
    `select department, instant, ${todayIn("department", "instant")}::text as day
     from unnest($1::text[]) department, unnest($2::timestamptz[]) instant`,
    [departments, instants],
  );
  const { rows: now } = await client.query(
    `select department, ${todayIn("department")}::text as day, now() as instant from unnest($1::text[]) department`,
    [departments],
  );
  await client.end();
  expect(rows).toHaveLength(departments.length * 48);
  for (const { department, instant, day } of [...rows, ...now])
    expect(day, `${department} ${instant.toISOString()}`).toBe(today(department, instant));
});
