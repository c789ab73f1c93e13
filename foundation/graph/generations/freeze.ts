const bytesOfString = 24;
const bytesOfObject = 40;
const bytesOfSlot = 8;

/**
 * Freezes a value with all that it holds, so that who writes on what others read throws.
 * @returns about how many bytes it takes; what was frozen before is another's, and counts for nothing
 */
export function freeze(value: unknown): number {
  if (typeof value === "string") return bytesOfString + value.length;
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return bytesOfSlot;
  Object.freeze(value);
  let bytes = bytesOfObject;
  for (const key in value) bytes += bytesOfSlot + freeze(value[key as never]);
  return bytes;
}
