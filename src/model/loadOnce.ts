/**
 * Calls `load` when somebody first asks, and gives its result to everybody who asks. A load that failed is forgotten, so
 * that the next one who asks loads again.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
