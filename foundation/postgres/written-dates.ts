import pg from "pg";

const dateType = 1082;

/** Of a connection's `types`: dates stay as they are written, AAAA-MM-JJ. */
export const writtenDates = {
  getTypeParser: ((id: number, format?: "text") =>
    id === dateType ? (text: string) => text : pg.types.getTypeParser(id, format)) as never,
};
