import "reflect-metadata";
import { execute, parse } from "graphql";
import { Context } from "../../subgraphs/context.ts";
import { openOrm } from "../../subgraphs/database.ts";
import subgraph from "../../subgraphs/france-travail/subgraph.ts";

let statements: string[] = [];
const orm = await openOrm(subgraph, process.env.DATABASE_URL!, (sql) => statements.push(sql));
async function ask(query: string, variableValues: Record<string, unknown> = {}, show = true) {
  statements = [];
  const start = performance.now();
  const result = await execute({ schema: subgraph.schema, document: parse(query), variableValues, contextValue: new Context(orm.em.fork()) });
  console.log(`--- ${statements.length} statements, ${Math.round(performance.now() - start)} ms`);
  if (show || result.errors) console.log(JSON.stringify(result, null, 1).replace(/\n\s{6,}/g, " ").slice(0, 6000));
  return result as any;
}
const entities = (codes: string[]) => ({ r: codes.map((code) => ({ __typename: "Department", code })) });
const obs = "{ value status maskedCells unit computedBy vintage notes source { publisher dataset licence demonstration } }";
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on Department{code workforce(year:2025){occupation{fap label family} projects{value status maskedCells} difficult{value status maskedCells} seasonal{value status maskedCells}}}}}`, entities(["52"]));
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on Department{code workforce(year:2025, occupations:["T2B60","T2B60","X9X99"]){year occupation{fap} projects${obs} seasonal${obs} needs{employmentBasin{code name departments{code}} department{code} projects{value status} difficult{value status} seasonal{value status}}}}}}`, entities(["52", "99"]));
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on Department{code workforce(year:2023, occupations:["T2B60"]){projects${obs} difficult{value status}}}}}`, entities(["ZZ"]));
const all = (await orm.em.fork().execute("select distinct department from france_travail.recruitment_need")).map((r: any) => r.department);
console.log(all.length);
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on Department{code workforce(year:2025){occupation{fap label} projects{value status source{publisher}} difficult{value} seasonal{value} needs{employmentBasin{code name} occupation{fap} projects{value source{vintage}}}}}}}`, entities(all), false);
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on FranceTravailIndicator{id observation{value status numerator unit notes computedBy maskedCells source{vintage}}}}}`, { r: all.map((c: string) => ({ __typename: "FranceTravailIndicator", id: `F03:DEPARTMENT:${c}:2025`, unit: "projets ; %" })) }, false);
const ind = (id: string) => ({ __typename: "FranceTravailIndicator", id, unit: "projets ; %" });
await ask(`query($r:[_Any!]!){_entities(representations:$r){... on FranceTravailIndicator{id observation{value status numerator unit notes computedBy maskedCells source{vintage}} old: observation(asOf:"2020-01-01T00:00:00Z"){value status}}}}`, { r: [ind("F03:DEPARTMENT:52:2025"), ind("F03:DEPARTMENT:52:2019"), ind("F02:DEPARTMENT:52:2025"), ind("F03:COMMUNE:52121:2025")] });
const page = await ask(`{recruitmentNeeds(year:2025,occupation:"T2B60",first:2){totalCount pageInfo{hasNextPage endCursor} nodes{year occupation{label} employmentBasin{name} department{code} projects{value status}}}}`);
await ask(`query($a:String){recruitmentNeeds(year:2025,occupation:"T2B60",first:2,after:$a){totalCount nodes{employmentBasin{code name} department{code}}}}`, { a: page.data.recruitmentNeeds.pageInfo.endCursor });
let after: string | null = null, n = 0; const seen = new Set();
do { const r: any = await ask(`query($a:String){recruitmentNeeds(year:2025,occupation:"T2B60",first:100,after:$a){pageInfo{hasNextPage endCursor} nodes{employmentBasin{code} department{code}}}}`, after ? { a: after } : {}, false); const c = r.data.recruitmentNeeds; n += c.nodes.length; c.nodes.forEach((x: any) => seen.add(JSON.stringify(x))); after = c.pageInfo.hasNextPage ? c.pageInfo.endCursor : null; } while (after);
console.log("paged", n, seen.size);
await ask(`{occupation(fap:"T1X60"){fap label familyCode family} no:occupation(fap:"zz"){fap} employmentBasin(code:"1119"){name departments{code}} recruitmentNeeds(year:2025,occupation:"T2B60",first:500){totalCount}}`);
await ask(`query($r:[_Any!]!,$o:[ID!]!){_entities(representations:$r){... on Department{workforce(year:2025,occupations:$o){year}}}}`, { ...entities(["52"]), o: Array(51).fill("T2B60") });
await orm.close();
console.log(subgraph.sdl.match(/type (Department|Query|DepartmentWorkforce|RecruitmentNeed|FranceTravailIndicator)[^}]*}/g)!.join("\n").slice(0,6000));
