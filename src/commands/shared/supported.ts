import { targetLabels } from '../../labels/targets';
import type { SecretId } from '../../model/secret';
import { accessKind } from '../../model/secretStore';
import { showInformation } from '../../ui/messages';

/** Those of some secrets that have a visibility. The user hears about the others. Undefined if none of them has one. */
export function withVisibility(secrets: readonly SecretId[]): readonly SecretId[] | undefined {
  return supported(secrets, kind => kind === 'visibility', targetLabels.noVisibility);
}

/** The same of those that can be for selected repositories. */
export function withSelection(secrets: readonly SecretId[]): readonly SecretId[] | undefined {
  return supported(secrets, kind => kind !== 'none', targetLabels.noRepositories);
}

function supported(
  secrets: readonly SecretId[],
  isSupported: (kind: ReturnType<typeof accessKind>) => boolean,
  sentence: (others: readonly SecretId[]) => string,
): readonly SecretId[] | undefined {
  const others = secrets.filter(({ owner }) => !isSupported(accessKind(owner)));
  if (others.length === 0) return secrets;
  void showInformation(sentence(others));
  return others.length < secrets.length ? secrets.filter(secret => !others.includes(secret)) : undefined;
}
