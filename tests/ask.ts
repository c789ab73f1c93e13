interface Answer {
  status: number;
  /** The body as it was sent. */
  text: string;
  data: any;
  errors?: any[];
}

/** Asks what serves at an address, in a process of its own. */
export async function ask(address: string, query: string, variables: object = {}, token?: string): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
}
