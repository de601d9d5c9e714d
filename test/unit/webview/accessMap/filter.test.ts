import assert from 'node:assert/strict';
import { type Filter, noFilter, shown } from '../../../../src/webview/accessMap/filter';
import { map } from './maps';

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

  it('looks for all words, whatever their case and order', () => {
    assert.deepEqual(left({ repositories: 'DOC' }).rows, ['Docs']);
    assert.deepEqual(left({ secrets: ' token  n' }).columns, ['NPM_TOKEN', 'PYPI_TOKEN']);
    assert.deepEqual(left({ secrets: 'token npm' }).columns, ['NPM_TOKEN']);
    assert.deepEqual(left({ repositories: 'none' }).rows, []);
  });

  it('can leave only the secrets that go to selected repositories', () => {
    assert.deepEqual(left({ onlySelected: true }).columns, ['NPM_TOKEN', 'PYPI_TOKEN']);
  });

  it('can leave only the repositories that are unlike most others', () => {
    assert.deepEqual(left({ onlyDifferences: true }).rows, ['catalog', 'Docs']);
  });

  it('looks for differences in the secrets that are shown', () => {
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'PYPI' }).rows, ['Docs']);
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'DB_URL' }).rows, ['Docs']);
    assert.deepEqual(left({ onlyDifferences: true, secrets: 'SENTRY' }).rows, []);
  });

  it('hides of two patterns that are as common the one that stands first', () => {
    const two = map({ secrets: [['NPM_TOKEN', 'selected', [1, 2]]] });
    assert.deepEqual(left({ onlyDifferences: true }, two).rows, ['Docs', 'legacy']);
  });

  it('takes the most common row of all repositories, not of those that a word leaves', () => {
    assert.deepEqual(left({ onlyDifferences: true, repositories: 'catalog' }).rows, ['catalog']);
    assert.deepEqual(left({ onlyDifferences: true, repositories: 'billing' }).rows, []);
  });
});
