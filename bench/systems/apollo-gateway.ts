import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { authorizationOf, openSupergraph } from "./call-subgraphs.ts";

/** `@apollo/gateway` with its defaults behind Apollo Server's own HTTP server, which logs nothing. */
class SignedDataSource extends RemoteGraphQLDataSource {
  readonly #name: string;

  constructor(name: string, url: string) {
    super({ url });
    this.#name = name;
  }

  override async willSendRequest({ request }: Parameters<NonNullable<RemoteGraphQLDataSource["willSendRequest"]>>[0]) {
    request.http?.headers.set("authorization", await authorizationOf(this.#name));
  }
}

const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: openSupergraph(), buildService: ({ name, url }) => new SignedDataSource(name, url!) }),
});
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(process.env.PORT) } });
