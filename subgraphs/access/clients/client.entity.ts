import { ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { ClientKind } from "../../../foundation/rights/rights.ts";
import { Entity, Property } from "../../../foundation/tables/columns.ts";
import type { PublicKey } from "./public-keys.ts";

/** A system that may ask for tokens. */
@Entity()
@Open()
@ObjectType("Caller", {
  description:
    "L'appelant : le système d'un organisme inscrit au registre des habilitations du hub. Il s'agit d'un service, jamais d'une personne.",
})
export class Client {
  @Shown("text", "Identifiant du client OAuth 2.0 (« client_id ») : celui du jeton.", { key: true })
  id!: string;

  @Shown("text", "Organisme qui répond de l'usage des données.")
  organisation!: string;

  @Shown(ClientKind, "Nature de l'appelant, qui fixe son budget de requêtes.")
  kind!: ClientKind;

  /** What its assertions are verified with; two during a rotation, none where an outside issuer knows the client. */
  @Property({ type: "jsonb" })
  keys!: PublicKey[];

  /** Mailbox of a service, never of a person. */
  @Property({ type: "text", lazy: true })
  contact!: string;
}
