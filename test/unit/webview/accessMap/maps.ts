import { type AccessMap, accessMap } from '../../../../src/webview/accessMap/accessMap';
import type { AccessMessage } from '../../../../src/webview/accessMap/protocol';

/** Four repositories and four secrets: two selected ones, one for all, one for private and internal ones. */
export const access: AccessMessage = {
  type: 'access',
  secrets: [
    ['DB_URL', 'private', []],
    ['NPM_TOKEN', 'selected', [1, 4]],
    ['PYPI_TOKEN', 'selected', [3]],
    ['SENTRY_DSN', 'all', []],
  ],
  repositories: [
    [1, 'billing', 'private', false],
    [2, 'catalog', 'internal', false],
    [3, 'Docs', 'public', false],
    [4, 'legacy', 'private', true],
  ],
};

export function map(changes: Partial<AccessMessage> = {}): AccessMap {
  return accessMap({ ...access, ...changes });
}
