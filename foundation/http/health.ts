import type { FastifyInstance } from "fastify";

/**
 * `GET /health/live` and `/health/ready`.
 * @param isReady whether what the answers need is there; takes at most a second
 * @param loading labels of the files of which nothing is in the answers yet
 */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>, loading: () => readonly string[] = () => []): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "unavailable", loading: loading() });
  });
}
