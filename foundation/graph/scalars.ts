import { GraphQLScalarType } from "graphql";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";

// The scalars of graphql-scalars, described in French.
export const DateScalar = new GraphQLScalarType({ ...GraphQLDate.toConfig(), description: "Date au format AAAA-MM-JJ (RFC 3339)." });
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: "Date et heure au format RFC 3339, par exemple 2026-01-31T09:00:00Z.",
});

/** All scalars that subgraphs declare: the gateway checks their values before anything runs. */
export const scalars = [DateScalar, DateTimeScalar];
