import { createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import { StartError } from "../start-error.ts";

interface Address {
  host: string;
  port: number;
}

/** @returns the URL. @throws StartError where the port is taken or forbidden. */
export async function listen(app: FastifyInstance, address: Address): Promise<string> {
  try {
    return await app.listen({ host: address.host, port: address.port });
  } catch (error) {
    throw portError(error, address);
  }
}

/** Says so at once, before the database starts. */
export async function refuseBusyPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((done, fail) => {
    const probe = createServer().once("error", (error) => fail(portError(error, { host, port })));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function portError(error: unknown, { host, port }: Address): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return new StartError(`Le port ${port} est déjà pris sur ${host} : choisissez-en un autre, par exemple PORT=${port + 1}.`);
  if (code === "EACCES")
    return new StartError(`Le port ${port} est réservé au système : choisissez-en un au-dessus de 1023, par exemple PORT=4000.`);
  if (code === "EADDRNOTAVAIL")
    return new StartError(`Cette machine n'a pas l'adresse ${host} : corrigez HOST (127.0.0.1, ou 0.0.0.0 pour toutes).`);
  return error;
}
