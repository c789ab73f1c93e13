import { readFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";

const packages = ["@graphql-hive/router-query-planner", "type-graphql", "pg"];
const benchPackages = ["@apollo/gateway", "@apollo/server", "@graphql-hive/gateway-runtime", "@graphql-hive/router-runtime", "graphql"];

/** What the measure ran on, by name. */
export async function describeMachine(postgres: string): Promise<Record<string, string>> {
  const root = new URL("../../", import.meta.url);
  const bench = new URL("../", import.meta.url);
  const versions = [
    ...(await Promise.all(packages.map((name) => versionOf(name, root)))),
    ...(await Promise.all(benchPackages.map((name) => versionOf(name, bench)))),
  ];
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]!.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GB, Linux ${release()}`,
    "load of the machine when it started (1, 5, 15 minutes)": loadavg()
      .map((load) => load.toFixed(1))
      .join(", "),
    versions: [`Node ${process.versions.node}`, `PostgreSQL ${postgres}`, ...versions].join(", "),
  };
}

async function versionOf(name: string, folder: URL): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, folder), "utf8"));
  return `${name} ${version}`;
}
