/** A process that asks for the data version before each call: what a test imports is seen by its next request, without waiting for a notification. */
export const askAlways = { trustMs: 0 };
