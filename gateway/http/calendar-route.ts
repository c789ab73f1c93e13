import type { FastifyInstance } from "fastify";
import { today } from "../../foundation/day.ts";
import { deadline } from "../../foundation/deadline.ts";
import { clientLeft } from "../../foundation/http/client-left.ts";
import { httpOf, refusal } from "./http-errors.ts";
import type { GraphqlRouteOptions } from "./graphql-route.ts";
import { type CalendarDeadline, calendarOf } from "../calendar/calendar.ts";

const query = `query DeadlineCalendar($department: ID!, $from: Date!, $to: Date!) {
  territory(level: DEPARTMENT, code: $department) {
    name
    committee { id }
    deadlines(from: $from, to: $to) { code label subject dueOn dueOnIsExact state doneOn printedOwner legalBasis }
  }
}`;

interface Answered {
  territory: { name: string; committee: { id: string } | null; deadlines: CalendarDeadline[] } | null;
}

const code = "^(\\d{2,3}|2[AB]|ZZ)\\.ics$";

/**
 * `GET /echeances/<department>.ics`: its deadlines from the beginning of last year to the end of next year, for whoever subscribes to them.
 * It asks the graph as any client does; who asks, and for how much, is said by the hooks of the scope.
 */
export function registerCalendarRoute(
  app: FastifyInstance,
  { gateway, takeTurn, limits }: Pick<GraphqlRouteOptions, "gateway" | "takeTurn" | "limits">,
): void {
  app.get<{ Params: { file: string } }>(`/echeances/:file(${code})`, async (request, reply) => {
    const { trace, rights, account, params } = request;
    const department = params.file.slice(0, -".ics".length);
    const year = Number(today(department).slice(0, 4));
    const variables = { department, from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
    using time = deadline(clientLeft(reply.raw), limits.requestTimeoutMs);
    const endTurn = await takeTurn(rights.kind);
    const answer = await gateway
      .answer({ query, variables }, { requestId: request.id, trace, rights, account, signal: time.signal, explain: false })
      .finally(endTurn);
    if ("refused" in answer) {
      const { status = 400, headers = {} } = httpOf(answer.refused[0]!);
      return reply
        .code(status)
        .headers(headers)
        .send(refusal(...answer.refused));
    }
    if (answer.errors?.length) return reply.code(503).header("retry-after", 60).send({ errors: answer.errors });
    const { territory } = JSON.parse(answer.data.toString()) as Answered;
    if (!territory?.committee) return reply.callNotFound();
    return reply
      .headers({ "content-type": "text/calendar; charset=utf-8", "content-disposition": `inline; filename="${params.file}"` })
      .send(calendarOf(department, territory.name, territory.deadlines));
  });
}
