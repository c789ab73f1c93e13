import { test } from "vitest";
import { startHub } from "./hub.ts";

test("x", async () => {
  await using hub = await startHub();
  const r = await hub.query("{ departments { epcis { coverage { rate { value } } agreements { id source { publisher } } } } }");
  console.log(
    JSON.stringify(r.errors),
    hub.log.filter((l) => l.msg !== "request"),
  );
});
