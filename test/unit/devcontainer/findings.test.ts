import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDeclaredSecrets } from '../../../src/devcontainer/declaredSecrets';
import {
  type Finding,
  findingsOf,
  type LevelKnowledge,
  missingCount,
  type OrganizationKnowledge,
  type Received,
  type RepositoryKnowledge,
  undecidedCount,
  type UserKnowledge,
} from '../../../src/devcontainer/findings';

const unknown = { kind: 'unknown' } as const;
const hidden = { kind: 'hidden' } as const;
const none = { kind: 'none' } as const;
const acme = (received?: Received): OrganizationKnowledge => ({
  kind: 'known',
  organization: 'acme',
  secrets: new Map(received && [['NPM_TOKEN', received]]),
});
const own = (...names: string[]): RepositoryKnowledge => ({ kind: 'known', names: new Set(names) });
const yours = (received?: Received): UserKnowledge => ({
  kind: 'known',
  secrets: new Map(received && [['NPM_TOKEN', received]]),
});

const find = (
  organization: OrganizationKnowledge,
  repository: RepositoryKnowledge,
  user: UserKnowledge,
  names = ['npm_Token'],
): Finding[] => {
  const entries = names.map(name => `"${name}": {}`).join();
  const { secrets } = readDeclaredSecrets(`{ "secrets": { ${entries} } }`);
  return findingsOf(secrets, { organization, repository, user });
};
type Levels = readonly [OrganizationKnowledge, RepositoryKnowledge, UserKnowledge];
const severities = (...levels: Levels): string[] =>
  find(...levels).map(({ kind, severity }) => `${severity}: ${kind}`);

describe('what is said of a declared secret', () => {
  const silent: [string, Levels][] = [
    ['nothing is known', [unknown, unknown, unknown]],
    ['nothing but the user is known', [unknown, unknown, yours()]],
    ['a person owns the repository, and nothing but the user is known', [none, unknown, yours()]],
    ['the organization provides it', [acme('receives'), own(), yours()]],
    ['the repository provides it', [acme('doesNotReceive'), own('NPM_TOKEN'), yours()]],
    ['the user provides it', [acme('doesNotReceive'), own(), yours('receives')]],
    ['the user provides it, and no other level is known', [unknown, unknown, yours('receives')]],
    [
      'the repository lacks it, and GitHub could not be asked for the organization’s',
      [unknown, own(), yours()],
    ],
    ['the organization’s are hidden, and the repository is unknown', [hidden, unknown, yours()]],
    ['access to the organization’s has not been read', [acme('unknown'), own(), yours('doesNotReceive')]],
    ['access to the user’s has not been read', [acme(), own(), yours('unknown')]],
  ];
  for (const [when, levels] of silent)
    it(`is nothing where ${when}`, () => assert.deepEqual(severities(...levels), []));

  const said: [string, Levels, string][] = [
    ['the organization does not grant it', [acme('doesNotReceive'), own(), yours()], 'warning: notGranted'],
    [
      'the organization does not grant it, whatever the unknown levels have',
      [acme('doesNotReceive'), unknown, unknown],
      'warning: notGranted',
    ],
    [
      'neither the organization nor the user gives it to the repository',
      [acme('doesNotReceive'), own(), yours('doesNotReceive')],
      'warning: notGranted',
    ],
    [
      'access to the user’s has not been read, and the organization does not grant it',
      [acme('doesNotReceive'), own(), yours('unknown')],
      'warning: notGranted',
    ],
    ['only the user has it, for others', [acme(), own(), yours('doesNotReceive')], 'warning: notSelected'],
    [
      'the user has it for others, and the organization is unknown',
      [unknown, own(), yours('doesNotReceive')],
      'hint: notSelected',
    ],
    ['no level has it', [acme(), own(), yours()], 'hint: nothingProvides'],
    ['neither level that is known has it', [acme(), own(), unknown], 'hint: nothingProvides'],
    ['the organization alone is known, without it', [acme(), unknown, unknown], 'hint: nothingProvides'],
    ['there is no organization, and no level has it', [none, own(), unknown], 'hint: nothingProvides'],
    [
      'the repository lacks it, and the organization’s are hidden',
      [hidden, own(), unknown],
      'hint: notInRepository',
    ],
    ['the repository and the user lack it', [hidden, own('OTHER'), yours()], 'hint: notInRepository'],
  ];
  for (const [when, levels, expected] of said)
    it(`is a ${expected} where ${when}`, () => assert.deepEqual(severities(...levels), [expected]));

  it('has the name as written, its place, and which levels were looked at', () => {
    assert.deepEqual(find(acme('doesNotReceive'), own(), unknown), [
      {
        kind: 'notGranted',
        organization: 'acme',
        name: 'npm_Token',
        range: { start: 15, end: 26 },
        severity: 'warning',
        known: ['organization', 'repository'],
        unknown: ['user'],
      },
    ]);
    const [finding] = find(none, own(), yours());
    assert.deepEqual([finding?.known, finding?.unknown], [['repository', 'user'], []]);
  });

  it('is said once for each name on GitHub, in the order of the file', () => {
    const names = ['A', 'NPM_TOKEN', 'B', 'npm_token', 'a', 'GITHUB_TOKEN', 'in-valid'];
    const found = find(acme('doesNotReceive'), own(), yours(), names);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['B', 'npm_token', 'a'],
    );
    assert.equal(missingCount(found), 1);
  });

  it('is nothing while the entry is typed', () => {
    const { secrets } = readDeclaredSecrets('{ "secrets": { "A": {}, "NPM" } }');
    const found = findingsOf(secrets, { organization: acme(), repository: own(), user: yours() });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['A'],
    );
  });

  it('is not counted as known where nothing tells, or the entry is incomplete', () => {
    const count = (text: string, ...[organization, repository, user]: Levels): number => {
      const { secrets } = readDeclaredSecrets(text);
      const levels = { organization, repository, user };
      return undecidedCount(secrets, levels, findingsOf(secrets, levels));
    };
    const one = '{ "secrets": { "NPM_TOKEN": {} } }';
    const cases: [string, Levels, number][] = [
      [one, [unknown, own(), yours()], 1],
      [one, [acme('unknown'), own(), yours()], 1],
      [one, [unknown, own('NPM_TOKEN'), yours()], 0],
      [one, [acme('doesNotReceive'), unknown, unknown], 0],
      [one, [acme(), own(), unknown], 0],
      [one, [hidden, own(), unknown], 0],
      // A bracket is missing.
      ['{ "secrets": { "A": {}, "a": {}, "NPM_TOKEN": {} }', [acme('receives'), own(), yours()], 1],
      ['{ "secrets": { "GITHUB_TOKEN": {} } }', [unknown, unknown, unknown], 0],
    ];
    for (const [text, levels, expected] of cases)
      assert.equal(count(text, ...levels), expected, text + JSON.stringify(levels));
  });

  it('never speaks of a level that is unknown, and counts no more than it finds', () => {
    const received = fc.option(fc.constantFrom<Received[]>('receives', 'doesNotReceive', 'unknown'), {
      nil: undefined,
    });
    const knowledge: fc.Arbitrary<LevelKnowledge> = fc.record({
      organization: fc.oneof(received.map(acme), fc.constantFrom(unknown, hidden, none)),
      repository: fc.constantFrom(own(), own('NPM_TOKEN'), unknown),
      user: fc.oneof(received.map(yours), fc.constant(unknown)),
    });
    fc.assert(
      fc.property(knowledge, ({ organization, repository, user }) => {
        const found = find(organization, repository, user);
        assert.ok(found.length <= 1 && missingCount(found) <= found.length);
        for (const { kind, known } of found) {
          const mustKnow = { notGranted: 'organization', notSelected: 'user', notInRepository: 'repository' };
          assert.ok(kind === 'nothingProvides' ? known.length > 0 : known.some(it => it === mustKnow[kind]));
        }
      }),
    );
  });
});
