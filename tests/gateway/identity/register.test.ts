import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKey } from "../../../foundation/rights/key-file.ts";
import { type Hub, startHub } from "../../hub.ts";
import { startIssuer } from "../../issuer.ts";
import { startApart } from "../../subgraph-apart.ts";
import { dayFromNow, habilitation, openRegistry } from "../../subgraphs/access/registry.ts";

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

const inspections = '{ department: territory(level: DEPARTMENT, code: "ZZ") { inspections(first: 2) { totalCount } } }';

async function bearer(client: string, headers: Record<string, string> = {}) {
  return { authorization: `Bearer ${await hub.token(client)}`, ...headers };
}

test("a token may ask for less than its client's habilitations give, never for more", async () => {
  const less = await hub.token("cdzz", "plans:unpublished");
  const { errors } = await hub.query(inspections, {}, { authorization: `Bearer ${less}` });
  expect(errors).toMatchObject([{ path: ["department", "inspections"], extensions: { code: "FORBIDDEN", scope: "inspections:read" } }]);
  await expect(hub.token("cdzz", "inspections:read observations:write")).rejects.toThrow("invalid_scope");
});

test("me tells a client its rights, its limits and what ends when", async () => {
  const { data } = await hub.query(
    "{ me { id organisation kind limits { maxCost budget windowSeconds } habilitations { id purpose validTo endsSoon scopes { name opens } departments { code } } } }",
    {},
    "pref52",
  );
  expect(data.me).toMatchObject({
    id: "pref52",
    kind: "PARTNER_SYSTEM",
    limits: { maxCost: 120_000, budget: 3_000_000, windowSeconds: 60 },
  });
  expect(data.me.habilitations.map(({ id, validTo }: any) => [id, validTo])).toEqual([["DEMO-PREF52", "2034-12-31"]]);
});

test("the limits that me tells are those that its hub was given", async () => {
  await using strict = await startHub({
    databaseUrl: hub.databaseUrl,
    limits: { maxCost: 60, budgetPartnerSystem: 700, budgetWindowSeconds: 8 },
  });
  const { data } = await strict.query("{ me { limits { maxCost budget windowSeconds } } }", {}, "pref52");
  expect(data.me.limits).toEqual({ maxCost: 60, budget: 700, windowSeconds: 8 });
});

test("with two purposes for the same data the request says which, and the journal keeps it", async () => {
  const second = {
    id: "T-STUDY",
    client: "cdzz",
    departements: "ZZ",
    portees_demandees: "inspections:read|access-journal:read",
    portees_accordees: "inspections:read",
    finalite: "Étudier les suites des contrôles avant le bilan annuel.",
    valable_au: dayFromNow(30),
  };
  await registry.importRows("habilitations", [habilitation(second)]);
  const undecided = await hub.query(inspections, {}, "cdzz");
  expect(undecided.errors).toMatchObject([
    { message: expect.stringMatching(/x-habilitation.*DEMO-CDZZ/), extensions: { code: "PURPOSE_REQUIRED" } },
  ]);
  expect(
    (await hub.query(inspections, {}, await bearer("cdzz", { "x-habilitation": "T-STUDY" }))).data.department.inspections.totalCount,
  ).toBe(140);
  const { data } = await hub.query('{ pmiAccessJournal(department: "ZZ", first: 1) { nodes { habilitation purpose } } }', {}, "cdzz");
  expect(data.pmiAccessJournal.nodes).toEqual([{ habilitation: "T-STUDY", purpose: second.finalite }]);
  const another = await hub.query(inspections, {}, await bearer("cdzz", { "x-habilitation": "DEMO-CD52" }));
  expect([another.status, another.errors![0]!.extensions.code]).toEqual([403, "UNKNOWN_HABILITATION"]);

  await registry.importRows("habilitations", [habilitation({ ...second, revoque_le: dayFromNow(0) })]);
  expect((await hub.query(inspections, {}, "cdzz")).errors).toBeUndefined(); // one purpose is left
});

test("a revocation counts at the next request, with the same token", async () => {
  const token = await bearer("pref52");
  const ask = () => hub.query(inspections, {}, token);
  expect((await ask()).errors).toBeUndefined();
  await registry.importRows("habilitations", [
    habilitation({ id: "DEMO-PREF52", client: "pref52", departements: "52|ZZ", revoque_le: dayFromNow(0) }),
  ]);
  expect((await ask()).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("a client that the register does not know is told so", async () => {
  await using stranger = await startHub({ databaseUrl: hub.databaseUrl, clients: [{ id: "nobody", scopes: ["inspections:read"] }] });
  const { status, errors } = await stranger.query("{ me { id } }", {}, "nobody");
  expect([status, errors![0]!.extensions.code]).toEqual([401, "UNKNOWN_CLIENT"]);
});

test("without the register nobody with a token is served in doubt, and open data still are", async () => {
  const apart = await startApart("access", hub.databaseUrl);
  const key = await makeKey("ES256");
  await using issuer = await startIssuer(key);
  await using gateway = await startHub({ databaseUrl: hub.databaseUrl, urls: { access: apart.url }, issuers: [issuer.trusted] });
  const token = { authorization: `Bearer ${await issuer.token(key, { client_id: "cd52", sub: "cd52" })}` };
  const ask = (headers = {}) => gateway.query('{ department: territory(level: DEPARTMENT, code: "52") { name } me { id } }', {}, headers);
  expect((await ask(token)).data.me).toEqual({ id: "cd52" });
  await apart.stop();
  const { status, errors } = await ask(token);
  expect([status, errors![0]!.extensions.code]).toEqual([503, "RIGHTS_UNAVAILABLE"]);
  const causes = gateway.log.filter(({ msg }) => msg === "error behind an answer");
  expect(causes).toMatchObject([{ where: "identification", err: { stack: expect.stringContaining("ECONNREFUSED") } }]);
  expect((await ask()).data.department).toEqual({ name: "Haute-Marne" });
});
