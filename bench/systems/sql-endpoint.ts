import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import pg from "pg";

/** The limit of what asks the database each time: the CDSF view as one statement by hand, whose JSON is sent as it comes. It answers no other operation. */
interface ViewRequest {
  variables?: { department: string; year: number };
}

const text = readFileSync(new URL("one-sql-view.sql", import.meta.url), "utf8");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 3 });

createServer(async (request, response) => {
  const { variables } = (await json(request)) as ViewRequest;
  response.setHeader("content-type", "application/json");
  if (!variables) return response.end('{"data":{}}'); // it is asked whether it listens
  const { rows } = await pool.query<{ body: string }>({ name: "view", text, values: [variables.department, variables.year] });
  response.end(rows[0]!.body);
}).listen(Number(process.env.PORT), "127.0.0.1");
