import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Client } from "./client.entity.ts";

export const clients = one(Client, "id");
export const allClients = many(Client, [], { order: ["id"] });
