import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../../command.ts";
import { gatewayJwks } from "../../gateway-key.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

/** A département's own base, with its register of inspections; and a hub that has none of it. */
let own: Awaited<ReturnType<typeof copyOfSample>>;
let base: pg.Client;
let hub: Hub;
beforeAll(async () => {
  own = await copyOfSample();
  hub = await startHub({
    async prepare(databaseUrl) {
      const owner = new pg.Client({ connectionString: databaseUrl });
      await owner.connect();
      await owner.query(
        "delete from indicators.observation where code = 'ZZ' and measure in (select code from indicators.indicator where producer = 'PMI')",
      );
      await owner.end();
    },
  });
  base = new pg.Client({ connectionString: own.url });
  await base.connect();
});
afterAll(async () => {
  await base?.end();
  await hub?.close();
  await own?.drop();
});

/** `npm run subgraph -- pmi`, with what tells it of a hub. */
const subgraph = (url: string) =>
  startCommand("commands/subgraph.ts", ["pmi"], {
    PORT: "0",
    DATABASE_URL: own.url,
    GATEWAY_JWKS: JSON.stringify(gatewayJwks),
    HUB_URL: url,
    HUB_ISSUER: `${hub.url}/issuer`,
    HUB_CLIENT: "cdzz",
    HUB_CLIENT_KEY: join(hub.dataFolder, "keys/clients/cdzz.json"),
  });

async function observationOf(id: string): Promise<any> {
  const { data } = await hub.query(
    `query ($id: ID!) { value(id: $id) { observation { value status computedBy source { dataset printedVintage } } revisions { value } } }`,
    { id },
  );
  return data.value;
}

const numberOf = async (id: string) => (await observationOf(id))?.observation.value ?? null;

const facilities = (year: string, valeur: string) => ({
  indicateur: "B11",
  niveau: "DEPARTMENT",
  territoire: "ZZ",
  annee: year,
  valeur,
  unite: "établissements",
  statut: "PUBLISHED",
  numerateur: "",
  denominateur: "",
  millesime: year,
  remarque: "",
});

const within = { timeout: 30_000 };

test("numbers that follow from a partner's own register reach the hub; what he corrects or withdraws follows; none is lost while the hub is away", async () => {
  const { rows } = await base.query(
    "select value from indicators.observation where measure = 'T7' and code = 'ZZ' and year = 2025 order by id desc",
  );
  expect(await numberOf("T7:DEPARTMENT:ZZ:2025")).toBeNull();
  const first = subgraph(hub.url);
  await expect.poll(() => numberOf("T7:DEPARTMENT:ZZ:2025"), within).toBe(rows[0].value);
  const counted = await observationOf("T7:DEPARTMENT:ZZ:2025");
  expect(counted.observation.computedBy).toMatch(/^producteur : contrôles d'EAJE conjoints/);
  await expect.poll(() => numberOf("B11:DEPARTMENT:ZZ:2025"), within).toBe(54);
  const { hash } = await importRows(own.url, ["pmi", "observations"], [facilities("2025", "56")]);
  await expect.poll(() => numberOf("B11:DEPARTMENT:ZZ:2025"), within).toBe(56);
  first.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);

  {
    await using away = subgraph("http://127.0.0.1:9"); // where nobody listens
    await importRows(own.url, ["pmi", "observations"], [facilities("2024", "51")]);
    await away.address();
    await expect.poll(away.stdout, within).toContain("not delivered yet");
  }
  await using _last = subgraph(hub.url);
  await expect.poll(() => numberOf("B11:DEPARTMENT:ZZ:2024"), within).toBe(51);
  await using withdrawal = startCommand("commands/import.ts", ["withdraw", hash], { DATABASE_URL: own.url });
  expect((await withdrawal.ended).code).toBe(0);
  await expect.poll(() => numberOf("B11:DEPARTMENT:ZZ:2025"), within).toBe(54);
  expect((await observationOf("B11:DEPARTMENT:ZZ:2025")).revisions).toEqual([{ value: 54 }, { value: 56 }, { value: 54 }]);
});
