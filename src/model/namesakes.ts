import type { ReceivedSecret } from './access';
import { normalizeName } from './secretName';

/** The other secrets of the same app and name that reach a repository, from other owners. */
export function namesakes(secret: ReceivedSecret, all: readonly ReceivedSecret[]): ReceivedSecret[] {
  return all.filter(
    other =>
      other !== secret &&
      other.app === secret.app &&
      normalizeName(other.name) === normalizeName(secret.name),
  );
}
