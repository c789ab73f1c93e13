import Negotiator from "negotiator";

const answerTypes = ["application/json", "application/graphql-response+json"] as const;
export type AnswerType = (typeof answerTypes)[number];

/** The media type that an `accept` header prefers, whatever parameters it gives it beside `q`; undefined: none of ours. */
export function answerType(accept: string | undefined): AnswerType | undefined {
  const plain = accept
    ?.split(",")
    .map((range) => {
      const [type, ...parameters] = range.split(";");
      return [type, ...parameters.filter((parameter) => /^\s*q\s*=/i.test(parameter))].join(";");
    })
    .join(",");
  return new Negotiator({ headers: { accept: plain } }).mediaType([...answerTypes]) as AnswerType | undefined;
}
