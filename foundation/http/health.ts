import type { FastifyInstance } from "fastify";

/** `GET /health/live` and `/health/ready`. @param isReady whether what the answers need is there; takes at most a second */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "unavailable" });
  });
}
