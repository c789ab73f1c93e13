import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { buildSchema, introspectionFromSchema } from "graphql";
import { projectFile } from "../../foundation/project-file.ts";
import { readAssets } from "./assets.ts";
import { renderPage } from "./page.ts";
import { readSavedQueries } from "./saved-queries.ts";

/** GraphiQL at `/`, with the saved queries. Everything comes from this server: it works offline. */
export function registerExplorer(hub: FastifyInstance): void {
  // Within `register`: only what comes after the hub's plugins is compressed.
  hub.register(async (app) => {
    const assets = readAssets();
    const savedQueries = readSavedQueries();

    app.get("/", (_, reply) => {
      const nonce = randomBytes(16).toString("base64url");
      return reply
        .headers({
          "content-security-policy": contentSecurityPolicy(nonce),
          "cache-control": "no-store",
          "content-type": "text/html; charset=utf-8",
        })
        .send(renderPage({ assets, savedQueries, nonce }));
    });

    app.get("/explorer/open-schema.json", (_, reply) =>
      reply.headers({ "cache-control": "no-cache", "content-type": "application/json; charset=utf-8" }).send(readOpenSchema()),
    );

    app.get<{ Params: { file: string } }>("/explorer/:file", (request, reply) => {
      const asset = assets.find(({ url }) => url === `/explorer/${request.params.file}`);
      if (!asset) return reply.callNotFound();
      return reply
        .headers({ "cache-control": "public, max-age=31536000, immutable", "content-type": asset.contentType })
        .send(asset.content);
    });
  });
}

let openSchema: string | undefined;

/** The open part of the schema, as an introspection would answer it. */
function readOpenSchema(): string {
  openSchema ??= JSON.stringify({
    data: introspectionFromSchema(buildSchema(readFileSync(projectFile("schema/open.graphql"), "utf8"))),
  });
  return openSchema;
}

/** The nonce is for the one `<style>` that GraphiQL inserts, where a dialog opens. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
