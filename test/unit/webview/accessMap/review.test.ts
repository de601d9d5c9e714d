import assert from 'node:assert/strict';
import { pairText, reviewLines, signOf } from '../../../../src/webview/accessMap/review';
import { map } from './maps';

describe('the review of the access map', () => {
  it('names each change, by secret and then by repository', () => {
    const lines = reviewLines(map(), [
      { kind: 'add', secret: 'codespaces/PYPI_TOKEN', repository: 4 },
      { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 3 },
      { kind: 'remove', secret: 'codespaces/PYPI_TOKEN', repository: 3 },
      { kind: 'remove', secret: 'codespaces/NPM_TOKEN', repository: 1 },
    ]);
    const texts = lines.map(line => `${signOf(line)} ${pairText(line)}`);
    assert.deepEqual(texts, [
      '− billing → NPM_TOKEN',
      '+ Docs → NPM_TOKEN',
      '− Docs → PYPI_TOKEN',
      '+ legacy → PYPI_TOKEN',
    ]);
  });

  it('names the app of a secret that is not shown, and lists it last', () => {
    const lines = reviewLines(map(), [
      { kind: 'add', secret: 'actions/DB_URL', repository: 1 },
      { kind: 'add', secret: 'codespaces/PYPI_TOKEN', repository: 4 },
    ]);
    assert.deepEqual(lines.map(pairText), ['legacy → PYPI_TOKEN', 'billing → DB_URL (actions)']);
  });

  it('says which repositories are public', () => {
    const lines = reviewLines(map(), [
      { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 2 },
      { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 3 },
    ]);
    assert.deepEqual(
      lines.map(({ isPublic }) => isPublic),
      [false, true],
    );
  });

  it('lists every change, however many there are', () => {
    const repositories = Array.from(
      { length: 400 },
      (_, index) => [index + 1, `r${index}`, 'private', false] as const,
    );
    const wide = map({ repositories, secrets: [['NPM_TOKEN', 'selected', []]] });
    const changes = repositories.map(([repository]) => ({
      kind: 'add' as const,
      secret: 'NPM_TOKEN',
      repository,
    }));
    assert.equal(reviewLines(wide, changes.toReversed()).length, 400);
  });
});
