import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { text } from "../../../foundation/imports/french-values.ts";
import { ClientKind } from "../../../foundation/rights/rights.ts";
import { Client } from "./client.entity.ts";
import { publicKeys } from "./public-keys.ts";

export const clients = defineDataset({
  name: "clients",
  secrecy: "register",
  title: "Clients du hub : systèmes qui peuvent demander un jeton, avec leurs clés publiques (format d'échange du hub)",
  columns: z.object({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/, "attendu : 2 à 40 minuscules, chiffres ou tirets, une lettre en tête (par exemple cd52)"),
    organisme: text,
    type: z.enum(ClientKind).exclude(["ANONYMOUS"]),
    contact: z.email("attendu : l'adresse électronique d'un service (et non d'une personne)"),
    cles: publicKeys,
  }),
  unprinted: ["cles"],
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Client, { id: row.id, organisation: row.organisme, kind: row.type, contact: row.contact, keys: row.cles }),
    ),
});
