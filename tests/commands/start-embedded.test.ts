import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ask } from "../ask.ts";
import { cdsfView } from "../cdsf-view.ts";
import { startCommand } from "../command.ts";
import { processesOf } from "../processes.ts";
import { expectRefusal } from "../refusal.ts";

const start = (env: Record<string, string>) =>
  startCommand("commands/start.ts", [], { PORT: "0", DATA_FOLDER: join(tmpdir(), "hub-unused"), ...env });

const askView = (address: string) => ask(address, cdsfView, { department: "52", year: 2025 });

describe.skipIf(process.platform !== "linux")("with its own PostgreSQL", () => {
  let folder: string;
  const embedded = (env: Record<string, string> = {}) => start({ DATA_FOLDER: folder, ...env });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hub-start-"));
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    for (const id of await processesOf(folder)) process.kill(Number(id), "SIGKILL");
    await vi.waitFor(async () => expect(await processesOf(folder)).toEqual([]), { timeout: 10_000 });
    await rm(folder, { recursive: true, force: true });
  });

  test("the first start loads it, kill -9 at any moment loses nothing, and SIGTERM leaves no process behind", {
    timeout: 180_000,
  }, async () => {
    await using first = embedded();
    const address = await first.address();
    await first.loaded();
    const before = await askView(address);
    expect(before.errors).toBeUndefined();
    first.killAll("SIGKILL");
    await first.ended;
    expect(await processesOf(folder)).not.toEqual([]); // its PostgreSQL is still there

    await using second = embedded();
    expect((await askView(await second.address())).text).toBe(before.text);
    expect(second.stdout()).not.toContain("Chargement");
    second.killAll("SIGKILL");
    await second.ended;
    for (const id of await processesOf(folder)) process.kill(Number(id), "SIGKILL");
    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([]);

    await using third = embedded();
    expect((await askView(await third.address())).text).toBe(before.text);
    expect(third.stdout()).not.toContain("Chargement");
    third.kill("SIGTERM");
    expect(await third.ended).toMatchObject({ code: 0 });
    expect(await processesOf(folder)).toEqual([]);
  });

  test("a second hub in the same folder is refused and leaves the first running", { timeout: 120_000 }, async () => {
    await using first = embedded({ SAMPLE_DATA: "false" });
    const address = await first.address();
    await expectRefusal(start({ DATA_FOLDER: folder }), /^Un hub tourne déjà dans ce dossier/);
    expect(await ask(address, "{ territories(level: REGION, first: 1) { nodes { code } } }")).toMatchObject({
      status: 200,
      data: { territories: { nodes: expect.any(Array) } },
    });
    first.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await processesOf(folder)).toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)(
    "root may keep its files below a folder that is closed to others",
    { timeout: 120_000 },
    async () => {
      const closed = await mkdtemp(join(tmpdir(), "hub-closed-"));
      await chmod(closed, 0o700);
      let elsewhere = closed;
      try {
        await using hub = embedded({ DATA_FOLDER: join(closed, "data"), SAMPLE_DATA: "false" });
        expect(await ask(await hub.address(), "{ territories(level: REGION, first: 1) { nodes { code } } }")).toMatchObject({
          status: 200,
        });
        elsewhere = (await readFile(join(closed, "data/postgres-is-elsewhere.txt"), "utf8")).trim();
        expect(elsewhere).toMatch(/^\/var\/lib\/cdsf-hub\//);
        hub.kill("SIGTERM");
        expect(await hub.ended).toMatchObject({ code: 0 });
        expect(await processesOf(elsewhere)).toEqual([]);
      } finally {
        await rm(elsewhere, { recursive: true, force: true });
        await rm(closed, { recursive: true, force: true });
      }
    },
  );
});
