import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** Where a server closes, so do the connections on which nothing was ever asked: Node takes them for busy, and would wait for ever. */
export function closeSilentConnections(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  app.server.on("request", ({ socket }) => silent.delete(socket));
  app.addHook("preClose", async () => {
    for (const socket of silent) socket.destroy();
  });
}
