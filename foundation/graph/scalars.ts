import { GraphQLError, GraphQLScalarType } from "graphql";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";

/** A scalar of graphql-scalars, described in French; year 0 is theirs, not PostgreSQL's. */
function dated(scalar: GraphQLScalarType, description: string): GraphQLScalarType {
  const { parseValue, parseLiteral, ...config } = scalar.toConfig();
  const inTime = <Value>(value: Value): Value => {
    if (value instanceof Date && value.getUTCFullYear() < 1) throw new GraphQLError("year 0");
    return value;
  };
  return new GraphQLScalarType({
    ...config,
    description,
    parseValue: (value) => inTime(parseValue(value)),
    parseLiteral: (node, variables) => inTime(parseLiteral(node, variables)),
  });
}

export const DateScalar = dated(GraphQLDate, "Date au format AAAA-MM-JJ (RFC 3339).");
export const DateTimeScalar = dated(GraphQLDateTime, "Date et heure au format RFC 3339, par exemple 2026-01-31T09:00:00Z.");

/** The scalar gives a Date or its text. @returns AAAA-MM-JJ */
export const isoDay = (value: string | Date): string => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** All scalars that subgraphs declare: the gateway checks their values before anything runs. */
export const scalars = [DateScalar, DateTimeScalar];
