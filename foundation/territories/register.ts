/** The schema of the register of published numbers: every partner writes to it, the subgraph of that name serves it. */
export const register = "indicators";
