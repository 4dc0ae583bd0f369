/** A list the server sends bare or under its name. */
export function listOf<T>(value: unknown, name: string): readonly T[] {
  if (Array.isArray(value)) return value;
  const inner = (value as Record<string, unknown> | null)?.[name];
  return Array.isArray(inner) ? inner : [];
}
