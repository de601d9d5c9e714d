/**
 * The names in a setting's value: trimmed, each once whatever its case, in the spelling that stands first. What is no
 * name is left out.
 */
export function distinctNames(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const names = new Map<string, string>();
  for (const item of value as unknown[]) {
    const name = typeof item === 'string' ? item.trim() : '';
    const key = name.toLowerCase();
    if (name !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}
