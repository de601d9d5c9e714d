import assert from 'node:assert/strict';
import {
  bundled,
  type Change,
  changesBetween,
  needsConfirmation,
  type Summary,
  summarize,
  unbundled,
  withoutGone,
} from '../../../src/model/plan';
import type { SecretAccess } from '../../../src/model/access';
import type { Repository } from '../../../src/model/repository';
import { codespacesSecret } from '../../codespaces';

const secret = codespacesSecret('NPM_TOKEN');
const repositories: Repository[] = Array.from({ length: 30 }, (_, id) => ({
  id,
  name: `repository-${id}`,
  visibility: id % 3 === 0 ? 'public' : 'private',
  archived: false,
  url: '',
}));
const selected = (from: number, to: number): SecretAccess => ({
  visibility: 'selected',
  selection: repositories.slice(from, to),
});
const toAll: SecretAccess = { visibility: 'all', selection: [] };
const toPrivate: SecretAccess = { visibility: 'private', selection: [] };

describe('a plan', () => {
  const plan = (before: SecretAccess, after: SecretAccess): Summary & { changes: Change[] } => {
    const changes = changesBetween(secret, before, after);
    return { changes, ...summarize(changes, () => before, repositories) };
  };

  it('takes a call for each repository that differs, additions first', () => {
    const { changes, effects } = plan(selected(0, 5), selected(3, 9));
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      [...Array<string>(4).fill('add'), ...Array<string>(3).fill('remove')],
    );
    assert.deepEqual(
      effects.map(({ gained, lost }) => [gained.length, lost.length]),
      [[4, 3]],
    );
  });

  it('takes one call for each of ten repositories of a secret, and one for all of eleven', () => {
    const kinds = (changes: readonly Change[]): string[] => bundled(changes).map(({ kind }) => kind);
    assert.deepEqual(kinds(plan(selected(0, 4), selected(4, 10)).changes), [
      ...Array<string>(6).fill('add'),
      ...Array<string>(4).fill('remove'),
    ]);
    const { changes } = plan(selected(0, 4), selected(4, 11));
    const [bundle] = bundled(changes);
    assert.deepEqual(kinds(changes), ['selection']);
    assert.ok(bundle?.kind === 'selection');
    assert.deepEqual([bundle.added.length, bundle.removed.length], [7, 4]);
    assert.deepEqual(unbundled(bundled(changes)), changes);
    const other = { ...secret, name: 'OTHER' };
    assert.deepEqual(kinds([...changes, ...changesBetween(other, selected(0, 0), selected(0, 10))]), [
      'selection',
      ...Array<string>(10).fill('add'),
    ]);
  });

  it('reads the secret and each page of its selection twice before a call for all of eleven, and the secret after', () => {
    const [one = assert.fail()] = repositories;
    const many = (count: number): SecretAccess => ({
      visibility: 'selected',
      selection: Array.from({ length: count }, (_, id) => ({ ...one, id })),
    });
    const requests = (count: number): number => plan(many(count), many(count + 11)).requests;
    assert.equal(plan(many(0), many(10)).requests, 11);
    assert.deepEqual([0, 100, 101, 200, 201].map(requests), [6, 6, 8, 8, 10]);
  });

  it('takes a second for four calls, and a minute for each eighty that others follow', () => {
    const seconds = (calls: number): number =>
      summarize(
        Array.from({ length: calls }, (_, index): Change => {
          return { kind: 'visibility', secret: codespacesSecret(`SECRET_${index}`), ...toAll };
        }),
        () => toPrivate,
        repositories,
      ).seconds;
    assert.deepEqual([0, 1, 4, 5, 80, 81, 160, 161].map(seconds), [0, 1, 1, 2, 20, 61, 80, 121]);
  });

  it('gave access to none of the repositories that were gone, and took it from all that were to lose it', () => {
    const [change = assert.fail()] = bundled(plan(selected(0, 6), selected(6, 12)).changes);
    const gone = [...repositories.slice(0, 1), ...repositories.slice(7, 9)];
    assert.deepEqual(withoutGone(change, gone), [
      ...[6, 9, 10, 11].map(id => ({ kind: 'add', secret, repository: repositories[id] })),
      ...[0, 1, 2, 3, 4, 5].map(id => ({ kind: 'remove', secret, repository: repositories[id] })),
    ]);
  });

  it('takes one call for another visibility, and counts who gains and loses by it', () => {
    for (const [before, after, gain, lose] of [
      [selected(0, 3), toAll, 27, 0],
      [toAll, toPrivate, 0, 10],
      [toPrivate, selected(0, 3), 1, 18],
    ] as const) {
      const { changes, effects, requests } = plan(before, after);
      assert.equal(changes.length, 1);
      assert.equal(requests, 2);
      assert.deepEqual([effects[0]?.gained.length, effects[0]?.lost.length], [gain, lose]);
    }
  });

  it('is nothing where nothing differs', () => {
    assert.deepEqual(plan(selected(0, 3), selected(0, 3)).changes, []);
    assert.deepEqual(plan(toAll, toAll).changes, []);
  });

  const privateOnes = repositories.filter(({ visibility }) => visibility === 'private');
  const toSome = (from: number, to: number): SecretAccess => ({
    visibility: 'selected',
    selection: privateOnes.slice(from, to),
  });

  it('is confirmed if it is more than ten calls, or takes access from more than one repository', () => {
    assert.equal(needsConfirmation(plan(toSome(0, 0), toSome(0, 10))), false);
    assert.equal(needsConfirmation(plan(toSome(0, 0), toSome(0, 11))), true);
    assert.equal(needsConfirmation(plan(toSome(0, 1), toSome(0, 0))), false);
    assert.equal(needsConfirmation(plan(toSome(0, 2), toSome(0, 0))), true);
    assert.equal(needsConfirmation(plan(toAll, toPrivate)), true);
  });

  it('is confirmed if it gives access to a public repository, or by one call to more than ten', () => {
    const publicOne: SecretAccess = { visibility: 'selected', selection: repositories.slice(0, 1) };
    assert.equal(needsConfirmation(plan(toSome(0, 0), publicOne)), true);
    assert.equal(needsConfirmation(plan(toSome(0, 0), publicOne), true), false);
    assert.equal(needsConfirmation(plan(publicOne, toSome(0, 0))), false);
    const between = (count: number): Summary =>
      summarize(
        changesBetween(secret, toSome(0, privateOnes.length - count), toPrivate),
        () => toSome(0, privateOnes.length - count),
        repositories,
      );
    assert.equal(needsConfirmation(between(10)), false);
    assert.equal(needsConfirmation(between(11)), true);
  });
});
