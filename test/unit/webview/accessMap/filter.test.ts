import assert from 'node:assert/strict';
import { type Filter, noFilter, shown } from '../../../../src/webview/accessMap/filter';
import { accessMap } from '../../../../src/webview/accessMap/accessMap';
import { access, map, messageOf } from './maps';

describe('the filter of the access map', () => {
  const left = (filter: Partial<Filter>, all = map()): { rows: string[]; columns: string[] } => {
    const { rows, columns } = shown(all, { ...noFilter, ...filter });
    return {
      rows: rows.map(row => all.repositories[row]?.name ?? ''),
      columns: columns.map(column => all.secrets[column]?.name ?? ''),
    };
  };

  it('shows everything at first', () => {
    assert.deepEqual(left({}), {
      rows: ['billing', 'catalog', 'Docs', 'legacy'],
      columns: ['DB_URL', 'NPM_TOKEN', 'PYPI_TOKEN', 'SENTRY_DSN'],
    });
  });

  it('matches all words, in any case and order', () => {
    assert.deepEqual(left({ repositories: 'DOC' }).rows, ['Docs']);
    assert.deepEqual(left({ secrets: ' token  n' }).columns, ['NPM_TOKEN', 'PYPI_TOKEN']);
    assert.deepEqual(left({ secrets: 'token npm' }).columns, ['NPM_TOKEN']);
    assert.deepEqual(left({ repositories: 'none' }).rows, []);
  });

  it('can show only the secrets limited to selected repositories', () => {
    assert.deepEqual(left({ onlySelected: true }).columns, ['NPM_TOKEN', 'PYPI_TOKEN']);
  });

  it('can show only the secrets of one app, and shows all if the map has no such app', () => {
    const both = accessMap({
      ...messageOf(access),
      apps: [
        ['codespaces', 'Codespaces'],
        ['actions', 'Actions'],
      ],
      secrets: [
        ['NPM_TOKEN (Codespaces)', 'all', [], 'codespaces', 'NPM_TOKEN'],
        ['NPM_TOKEN (Actions)', 'all', [], 'actions', 'NPM_TOKEN'],
      ],
    });
    assert.deepEqual(left({ app: 'actions' }, both).columns, ['NPM_TOKEN (Actions)']);
    assert.deepEqual(left({ app: 'actions', secrets: 'codespaces' }, both).columns, []);
    assert.equal(left({ app: '' }, both).columns.length, 2);
    assert.equal(left({ app: 'dependabot' }, both).columns.length, 2);
  });

  it('can show only the repositories that differ from most others', () => {
    assert.deepEqual(left({ onlyDifferences: true }).rows, ['catalog', 'Docs']);
  });

  it('compares only the secrets shown', () => {
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'PYPI' }).rows, ['Docs']);
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'DB_URL' }).rows, ['Docs']);
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'SENTRY' }).rows, []);
  });

  it('hides the first of two equally common patterns', () => {
    const two = map({ secrets: [['NPM_TOKEN', 'selected', [1, 2]]] });
    assert.deepEqual(left({ onlyDifferences: true }, two).rows, ['Docs', 'legacy']);
  });

  it('compares with all repositories, not only with those that match the words', () => {
    assert.deepEqual(left({ onlyDifferences: true, repositories: 'catalog' }).rows, ['catalog']);
    assert.deepEqual(left({ onlyDifferences: true, repositories: 'billing' }).rows, []);
  });
});
