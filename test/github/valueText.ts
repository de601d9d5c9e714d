/** A value's bytes as text; throws for bytes that are no UTF-8. */
export function textOfValue(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
