import { afterAll, beforeAll, expect, test } from "vitest";
import { scopes } from "../../../foundation/rights/scopes.ts";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";
import { dayFromNow, habilitation, openRegistry } from "./registry.ts";

let hub: Hub;
let registry: Awaited<ReturnType<typeof openRegistry>>;
beforeAll(async () => {
  hub = await startHub();
  registry = await openRegistry(hub.databaseUrl);
});
afterAll(async () => {
  await registry.close();
  await hub.close();
});

const printed = csvRows("data/demonstration/habilitations.csv");

test("without a token nobody is known, which is no error", async () => {
  const { status, data, errors } = await hub.query("{ me { id habilitations { id departments { name } } } }");
  expect({ status, data, errors }).toEqual({ status: 200, data: { me: null }, errors: undefined });
});

test.each(csvRows("data/demonstration/clients.csv"))(
  "$id sees who it is, what it asked for and what it holds",
  async ({ id, organisme, type }) => {
    const { data } = await registry.ask(
      id!,
      `{ me { id organisation kind habilitations {
      id askedScopes { name } scopes { name opens } departments { id } purpose legalBasis validFrom validTo inForce
    } } }`,
    );
    const current = printed.filter(({ client, valable_au, revoque_le }) => client === id && valable_au! >= dayFromNow(0) && !revoque_le);
    expect(data.me).toEqual({
      id,
      organisation: organisme,
      kind: type,
      habilitations: current.map((row) => ({
        id: row.id,
        askedScopes: row.portees_demandees!.split("|").map((name) => ({ name })),
        scopes: row.portees_accordees!.split("|").map((name) => ({ name, opens: scopes[name as keyof typeof scopes] })),
        departments: row.departements!.split("|").map((code) => ({ id: `DEPARTMENT:${code}` })),
        purpose: row.finalite,
        legalBasis: row.base_legale,
        validFrom: row.valable_du,
        validTo: row.valable_au,
        inForce: row.valable_du! <= dayFromNow(0),
      })),
    });
  },
);

test("what ends within 90 days says so", async () => {
  await registry.importRows("habilitations", [
    habilitation({ id: "T-later", client: "analyst", valable_au: dayFromNow(91) }),
    habilitation({ id: "T-revoked", client: "analyst", valable_au: dayFromNow(365), revoque_le: dayFromNow(30) }),
    habilitation({ id: "T-soon", client: "analyst", valable_au: dayFromNow(90) }),
  ]);
  const { data } = await registry.ask("analyst", "{ me { habilitations { id endsSoon revokedOn } } }");
  expect(data.me.habilitations).toEqual([
    { id: "T-soon", endsSoon: true, revokedOn: null },
    { id: "T-later", endsSoon: false, revokedOn: null },
    { id: "T-revoked", endsSoon: true, revokedOn: dayFromNow(30) },
  ]);
});

test("what the gateway asks for each request costs one statement; a client it does not know is null", async () => {
  registry.statements.length = 0;
  const rights = (client: string) => registry.ask(null, `{ callerRights(client: "${client}") { kind grants { habilitation } } }`);
  expect((await rights("pref52")).data).toEqual({
    callerRights: { kind: "PARTNER_SYSTEM", grants: [{ habilitation: "DEMO-PREF52" }] },
  });
  expect(registry.statements).toEqual(["access.callers"]);
  expect((await rights("dashboard")).data).toEqual({ callerRights: { kind: "DASHBOARD", grants: [] } });
  expect((await rights("nobody")).data).toEqual({ callerRights: null });
});

test("the issuer is told the scopes in force of every client", async () => {
  const { data } = await registry.ask(null, "{ issuerClients { id scopes } }");
  const scopesOf = Object.fromEntries(data.issuerClients.map(({ id, scopes }: { id: string; scopes: string[] }) => [id, scopes]));
  expect(scopesOf).toMatchObject({
    caf52: ["plans:unpublished", "observations:withheld", "values:write"],
    msa52: ["observations:withheld"],
    dashboard: [],
  });
  expect(scopesOf.pref52).not.toContain("inspections:schedule");
});

test.each(['callerRights(client: "cd52") { kind }', "issuerClients { id keys }"])("no client can ask %s", async (field) => {
  const { data, errors } = await hub.query(`{ ${field} }`);
  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
  const { data: schema } = await hub.query("{ __schema { types { name } queryType { fields { name } } } }");
  const names = [...schema.__schema.types, ...schema.__schema.queryType.fields].map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["me", "Caller", "Habilitation"]));
  expect(names.filter((name) => /^(callerRights|issuerClients|CallerRights|CallerGrant|IssuerClient)$/.test(name))).toEqual([]);
});
