import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../../hub.ts";
import { importInto } from "../../../import-into.ts";

const file = `indicateur,niveau,territoire,annee,valeur,unite,statut,numerateur,denominateur,millesime,remarque
A09,DEPARTMENT,52,2019,7,enfants,PUBLISHED,,,2019,
A09,DEPARTMENT,ZZ,2019,8,enfants,PUBLISHED,,,2019,
A09,DEPARTMENT,93,2019,2400,enfants,PUBLISHED,,,2019,
`;

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({
    async prepare(databaseUrl) {
      expect(await importInto(databaseUrl, "caf", "observations", file)).toMatchObject({ accepted: 3, rejected: [] });
    },
  });
});
afterAll(() => hub.close());

const view = `query ($department: ID!) { committee(department: $department) { department { values(years: [2019], indicators: ["A09"]) {
  observation { value status secrecyRule printed notes withheld { value } } } } } }`;

async function ask(client: string, department: string) {
  const { data, errors, text } = await hub.query(view, { department }, client);
  return { observation: data.committee.department.values[0].observation, codes: errors?.map(({ extensions }) => extensions.code), text };
}

const hidden = { value: null, status: "SUPPRESSED", secrecyRule: "persons-11@1", printed: null, notes: [] };

test.each(["anonymous", "dashboard", "pref52"])(
  "%s sees that a small count is withheld, by which rule, and nothing else",
  async (client) => {
    const { observation, codes } = await ask(client, "52");
    expect(observation).toEqual({ ...hidden, withheld: null });
    expect(codes).toEqual(["FORBIDDEN"]);
  },
);

test("who holds observations:withheld reads it in his département and not in another", async () => {
  expect(await ask("cd52", "52")).toMatchObject({ observation: { ...hidden, withheld: { value: 7 } }, codes: undefined });
  expect(await ask("cdzz", "52")).toMatchObject({ observation: { ...hidden, withheld: null }, codes: ["FORBIDDEN"] });
  expect(await ask("cdzz", "ZZ")).toMatchObject({ observation: { withheld: { value: 8 } } });
  const { data } = await hub.query(
    '{ indicatorsAccessJournal(department: "52", first: 5) { nodes { client subject allowed } } }',
    {},
    "cd52",
  );
  const subject = "Observation:A09:DEPARTMENT:52:2019";
  expect(data.indicatorsAccessJournal.nodes).toContainEqual({ client: "cd52", subject, allowed: true });
  expect(data.indicatorsAccessJournal.nodes).toContainEqual({ client: "cdzz", subject, allowed: false });
});

test("a large count is shown to everyone, with nothing behind it", async () => {
  expect(await ask("anonymous", "93")).toMatchObject({ observation: { value: 2400, status: "PUBLISHED", secrecyRule: null } });
});
