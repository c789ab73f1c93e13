import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const port = z.coerce.number().int().min(0).max(65535);

const settings = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(4000),
  DATA_FOLDER: z.string().default(".data"),
  SAMPLE_DATA: flag.optional(),
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Several `name=url`, separated by commas: the subgraphs that run apart. */
  SUBGRAPH_URLS: z
    .string()
    .default("")
    .transform((list, issue) => {
      const urls: Record<string, string> = {};
      for (const pair of list.split(",").filter(Boolean)) {
        const [, name, url] = /^([a-z-]+)=(.+)$/.exec(pair.trim()) ?? [];
        if (name && url && /^https?:/.test(url) && URL.canParse(url)) urls[name] = url;
        else issue.addIssue({ code: "custom", message: `« ${pair} » : attendu nom=http://machine:port/graphql` });
      }
      return urls;
    }),
});

/** Everything the environment may set, read once and checked. */
function readConfig(environment: NodeJS.ProcessEnv) {
  const read = settings.safeParse(environment);
  if (!read.success) {
    for (const { path, message } of read.error.issues) console.error(`Configuration : ${path.join(".")} : ${message}`);
    process.exit(1);
  }
  const values = read.data;
  return Object.freeze({
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    dataFolder: values.DATA_FOLDER,
    /** Whether an empty database receives the sample files. */
    sampleData: values.SAMPLE_DATA ?? values.NODE_ENV !== "production",
    logLevel: values.LOG_LEVEL,
    subgraphUrls: values.SUBGRAPH_URLS,
  });
}

export type Config = ReturnType<typeof readConfig>;

export const config: Config = readConfig(process.env);
