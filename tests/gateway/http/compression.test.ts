import { request as httpRequest } from "node:http";
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../foundation/config.ts";
import { type Hub, startHub } from "../../hub.ts";

const { limits } = readConfig({});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** Sends and receives bytes as they are; `fetch` would unpack them. */
function exchange(path: string, headers: Record<string, string>, body?: Uint8Array) {
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; bytes: Buffer }>((done, fail) => {
    const request = httpRequest(`${hub.url}${path}`, { method: body ? "POST" : "GET", headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      done({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) });
    });
    request.on("error", fail);
    request.end(body);
  });
}

const json = { "content-type": "application/json" };
const query = Buffer.from(JSON.stringify({ query: "{ committees { id department { name } } }" }));
const unpacking = { br: brotliDecompressSync, gzip: gunzipSync, deflate: inflateSync };
const packing = { br: brotliCompressSync, gzip: gzipSync, deflate: deflateSync };
const encodings = ["br", "gzip", "deflate"] as const;

describe("an answer", () => {
  test.each(encodings)("is compressed with %s where it is asked", async (encoding) => {
    const plain = await exchange("/graphql", json, query);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const { headers, bytes } = await exchange("/graphql", { ...json, "accept-encoding": encoding }, query);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toMatch(/accept-encoding/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers.ratelimit).toMatch(/^"default"/);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(JSON.parse(`${unpacking[encoding](bytes)}`).data).toEqual(JSON.parse(`${plain.bytes}`).data);
  });

  test("is sent as it is to who accepts nothing else", async () => {
    const { status, headers } = await exchange("/graphql", { ...json, "accept-encoding": "identity" }, query);
    expect([status, headers["content-encoding"]]).toEqual([200, undefined]);
  });

  test("of the explorer is compressed too", async () => {
    const { bytes: page } = await exchange("/", {});
    const [, script] = /src="(\/explorer\/graphiql\.[^"]+)"/.exec(`${page}`)!;
    const plain = await exchange(script!, {});
    const { headers, bytes } = await exchange(script!, { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(bytes).equals(plain.bytes)).toBe(true);
  });
});

describe("a body", () => {
  const send = async (encoding: string, body: Uint8Array) => {
    const { status, headers, bytes } = await exchange("/graphql", { ...json, "content-encoding": encoding }, body);
    return { status, headers, body: JSON.parse(`${bytes}`) };
  };

  test.each(encodings)("compressed with %s is read", async (encoding) => {
    const { status, body } = await send(encoding, packing[encoding](query));
    expect(status).toBe(200);
    expect(body.data.committees.length).toBeGreaterThan(100);
  });

  test.each(["zstd", "compress", "gzip, gzip", "x"])("in %s is refused with the encodings that are accepted", async (encoding) => {
    const { status, body } = await send(encoding, query);
    expect(status).toBe(415);
    expect(body.errors).toMatchObject([
      {
        message: expect.stringMatching(/^Le corps peut être compressé en br, gzip, deflate,/),
        extensions: { code: "UNSUPPORTED_ENCODING" },
      },
    ]);
  });

  test.each(encodings)("that is no %s is refused", async (encoding) => {
    for (const broken of [query, packing[encoding](query).subarray(0, 20)]) {
      const { status, body } = await send(encoding, broken);
      expect([status, body.errors[0].extensions.code]).toEqual([400, "MALFORMED_ENCODING"]);
      expect(body.errors[0].message).toMatch(/^Le corps ne se décompresse pas/);
    }
  });

  test.each(encodings)("that unfolds to more than the limit is refused, with %s", async (encoding) => {
    const fitting = Buffer.from(`${query}`.padEnd(limits.maxBodyBytes));
    expect((await send(encoding, packing[encoding](fitting))).status).toBe(200);
    for (const length of [limits.maxBodyBytes + 1, 8 * 1024 ** 2]) {
      const bomb = packing[encoding](Buffer.from(`${query}`.padEnd(length)));
      expect(bomb.length).toBeLessThan(limits.maxBodyBytes / 10);
      const { status, body } = await send(encoding, bomb);
      expect([status, body.errors[0].extensions]).toEqual([413, { code: "BODY_TOO_LARGE", allowed: limits.maxBodyBytes }]);
    }
  });
});
