import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";
import { type Apart, startApart } from "../../subgraph-apart.ts";

const variables = { department: "ZZ", year: 2025 };

/** The CDSF view, and beside it something of the partners that it does not ask. */
const view = cdsfView.replace(
  /\}\s*$/,
  `department: territory(level: DEPARTMENT, code: $department) {
    code
    agreements(first: 3) { nodes { status holder { name } } }
    familyServices(first: 3) { nodes { name } }
    recruitmentNeeds(year: $year) { projects { value } }
    ruralProgrammes(first: 3) { nodes { title territories { name } } }
    msaMeans { label }
  } me { id } }`,
);

/** What is left of the view's answer without a partner: a partner's numbers are in the register, only his facts go with him. */
const without: Record<string, (data: any) => unknown> = {
  territories: (data) => ({
    ...data,
    committee: { ...data.committee, department: { ...data.committee.department, name: null, legalPopulation: null } },
    department: null,
  }),
  cdsf: (data) => ({ ...data, committee: null }),
  indicators: ({ committee, ...data }) => ({ ...data, committee: { ...committee, department: { ...committee.department, values: null } } }),
  caf: (data) => ({ ...data, department: { ...data.department, agreements: null, familyServices: null } }),
  pmi: (data) => ({ ...data, committee: { ...data.committee, inspectionPlan: null } }),
  msa: (data) => ({ ...data, department: { ...data.department, ruralProgrammes: null, msaMeans: null } }),
  "france-travail": (data) => ({ ...data, department: { ...data.department, recruitmentNeeds: null } }),
  access: (data) => ({ ...data, me: null }),
};

const roots = `{
  departments: territories(level: DEPARTMENT, first: 100) { nodes { code } } regions: territories(level: REGION, first: 20) { nodes { code } } epci: territory(level: EPCI, code: "200067874") { code }
  indicators { code } indicator(code: "T1") { values(level: DEPARTMENT, years: [2025], first: 1) { totalCount } } value(id: "B13:DEPARTMENT:52:2023") { observation { value } }
  committee(department: "52") { id }
  facilities(department: "52", first: 1) { totalCount } inspectionPlan(department: "ZZ", year: 2025) { status }
  recruitmentNeeds(level: EMPLOYMENT_BASIN, occupation: "T2B60", year: 2025, first: 1) { totalCount } occupation(fap: "T2B60") { label }
  agreement(id: "none") { id } ruralProgramme(id: "none") { id } me { id }
}`;

/** Root fields by the partner that answers them. */
const rootsOf: Record<string, string[]> = {
  territories: ["departments", "regions", "epci"],
  cdsf: ["committee"],
  indicators: ["indicators", "indicator", "value"],
  caf: ["agreement"],
  pmi: ["facilities", "inspectionPlan"],
  msa: ["ruralProgramme"],
  "france-travail": ["recruitmentNeeds", "occupation"],
  access: ["me"],
};

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database?.drop());

/** One error at least, and every one of them names the partner. */
function expectOnlyUnavailable(errors: Awaited<ReturnType<Hub["query"]>>["errors"], { name, partner }: { name: string; partner: string }) {
  expect(errors?.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors!) {
    expect(message).toMatch(new RegExp(`^Les données de ${partner} sont momentanément indisponibles`));
    expect(extensions).toEqual({ code: "SOURCE_UNAVAILABLE", source: name });
  }
}

describe("every subgraph apart", () => {
  const apart = new Map<string, Apart>();
  let hub: Hub;
  let full: Awaited<ReturnType<Hub["query"]>>;

  beforeAll(async () => {
    for (const { name } of subgraphs) apart.set(name, await startApart(name, database.url));
    hub = await startHub({ databaseUrl: database.url, urls: Object.fromEntries([...apart].map(([name, { url }]) => [name, url])) });
    full = await hub.query(view, variables);
    expect(full.errors).toBeUndefined();
    const { ruralProgrammes, agreements, familyServices, recruitmentNeeds } = full.data.department;
    expect(ruralProgrammes.nodes[0].territories[0].name).toBeTruthy();
    for (const rows of [agreements.nodes, familyServices.nodes, recruitmentNeeds]) expect(rows.length).toBeGreaterThan(0);
    const numbers = full.data.committee.department.values.filter(({ observation }: any) => observation.value !== null);
    expect(new Set(numbers.map(({ indicator }: any) => indicator.producer))).toEqual(
      new Set(["CAF", "CDSF", "FRANCE_TRAVAIL", "MSA", "PMI"]),
    );
  });
  afterAll(async () => {
    await hub?.close();
    await Promise.all([...apart.values()].map(({ stop }) => stop()));
  });

  test.each(subgraphs)(
    "without $name, the view answers everything else and names « $partner »; it comes back by itself",
    async (subgraph) => {
      const { stop, start } = apart.get(subgraph.name)!;
      await stop();
      try {
        const { status, data, errors } = await hub.query(view, variables);
        expect(status).toBe(200);
        expect(data).toEqual(without[subgraph.name]!(full.data));
        expectOnlyUnavailable(errors, subgraph);
      } finally {
        await start();
      }
      await expect.poll(async () => (await hub.query(view, variables)).data, { timeout: 10_000 }).toEqual(full.data);
    },
  );

  test.each(subgraphs)("without $name, what is asked beside its own at the root is answered", async ({ name }) => {
    const { stop, start } = apart.get(name)!;
    const whole = await hub.query(roots);
    expect(whole.errors).toBeUndefined();
    await stop();
    try {
      const { data, errors } = await hub.query(roots);
      expect(data).toEqual({ ...whole.data, ...Object.fromEntries(rootsOf[name]!.map((field) => [field, null])) });
      expect(errors?.map(({ extensions }) => extensions.source)).toEqual(expect.arrayContaining([name]));
    } finally {
      await start();
    }
  });

  test("without the territories, what others say of them stays: numbers, committees, agreements, and which place it is", async () => {
    const { stop, start } = apart.get("territories")!;
    const query = `{
      committee(department: "52") { department { id code level name kind parents { name } values(years: [2023], indicators: ["B13"]) { observation { value } territory { code name } } committee { id } agreements(first: 1) { nodes { holder { code name } } } } }
      indicator(code: "B13") { values(level: DEPARTMENT, years: [2023], orderBy: VALUE_DESC, first: 1) { nodes { territory { level code name legalPopulation { value } } observation { value } } } }
    }`;
    const whole = await hub.query(query);
    expect(whole.errors).toBeUndefined();
    const { department } = whole.data.committee;
    await stop();
    try {
      const { data, errors } = await hub.query(query);
      const [first] = whole.data.indicator.values.nodes;
      const [agreement] = department.agreements.nodes;
      expect(data).toEqual({
        committee: {
          department: {
            ...department,
            ...{ name: null, kind: null, parents: null },
            values: [{ ...department.values[0], territory: { code: "52", name: null } }],
            agreements: { nodes: [{ holder: { ...agreement.holder, name: null } }] },
          },
        },
        indicator: { values: { nodes: [{ ...first, territory: { ...first.territory, name: null, legalPopulation: null } }] } },
      });
      expectOnlyUnavailable(errors, subgraphs.find(({ name }) => name === "territories")!);
    } finally {
      await start();
    }
  });

  test("without the territories, who asks for no name has the numbers of a department", async () => {
    const { stop, start } = apart.get("territories")!;
    const numbers =
      '{ committee(department: "ZZ") { department { values(years: [2025]) { indicator { label } observation { value status source { publisher } } target { gap } } } } }';
    const whole = await hub.query(numbers);
    expect(whole.data.committee.department.values.length).toBeGreaterThan(70);
    await stop();
    try {
      await hub.growCold();
      const { data, errors } = await hub.query(numbers);
      expect([data, errors]).toEqual([whole.data, undefined]);
    } finally {
      await start();
    }
  });
});

/** What a broken partner may answer. */
const broken: Record<string, () => Server> = {
  "never answers": () => createTcpServer(() => {}),
  "hangs up": () => createTcpServer((socket) => socket.destroy()),
  "answers 500 with a page": () => httpServer(500, "text/html", "<html><body>Internal Server Error at /srv/app/caf.js:12</body></html>"),
  "answers 502 without a body": () => httpServer(502, "text/plain", ""),
  "answers 200 with a page": () => httpServer(200, "text/html", "<html><body>Maintenance</body></html>"),
  "answers 200 with broken JSON": () => httpServer(200, "application/json", '{"data":{"_entities":[{"obser'),
  "answers 200 with JSON that is not GraphQL": () => httpServer(200, "application/json", '{"hello":"world"}'),
  "answers 200 with null": () => httpServer(200, "application/json", "null"),
  "answers 200 with a list": () => httpServer(200, "application/json", "[]"),
  "answers an error of its own": () =>
    httpServer(
      200,
      "application/json",
      JSON.stringify({ errors: [{ message: 'relation "caf.territorial_agreement" does not exist at /srv/app/caf.js:12' }] }),
    ),
  "answers fewer entities than asked": () => httpServer(200, "application/json", '{"data":{"_entities":[]}}'),
};

function httpServer(status: number, contentType: string, body: string): Server {
  return createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(status, { "content-type": contentType }).end(body));
  });
}

describe("a partner that", () => {
  let full: Awaited<ReturnType<Hub["query"]>>;

  beforeAll(async () => {
    await using hub = await startHub({ databaseUrl: database.url });
    full = await hub.query(view, variables);
  });

  test.each(Object.keys(broken))("%s costs its own fields only", async (name) => {
    const server = broken[name]!();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    await using hub = await startHub({ databaseUrl: database.url, urls: { caf: url }, limits: { callTimeoutMs: 1000 } });
    try {
      const started = performance.now();
      const { status, data, errors } = await hub.query(view, variables);
      expect(performance.now() - started).toBeLessThan(5000);
      expect(status).toBe(200);
      expect(data).toEqual(without.caf!(full.data));
      expectOnlyUnavailable(errors, { name: "caf", partner: "Caf" });
    } finally {
      server.close();
    }
  });
});
