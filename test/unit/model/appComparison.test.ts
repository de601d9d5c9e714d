import assert from 'node:assert/strict';
import { Store } from '../../../src/cache/store';
import type { AccessMatrix } from '../../../src/model/access';
import { type AppDifference, compareApps } from '../../../src/model/appComparison';
import { Failure } from '../../../src/model/failure';
import { receives } from '../../../src/model/receives';
import type { Repository } from '../../../src/model/repository';
import type { Visibility } from '../../../src/model/secret';
import { type SecretApp, secretApps } from '../../../src/model/secretApp';
import { storeOf } from '../../../src/model/secretStore';
import { connected } from '../support';

/** A secret of an app: its name, its visibility, and the ids of its selected repositories. */
type Row = readonly [app: SecretApp, name: string, visibility: Visibility, selected?: readonly number[]];

function repositories(count: number): Repository[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    name: `repository-${id}`,
    visibility: (['private', 'internal', 'public'] as const)[id % 3] ?? 'public',
    archived: false,
    url: '',
  }));
}

function matrix(
  all: readonly Repository[],
  rows: readonly Row[],
  more: Partial<AccessMatrix> = {},
): AccessMatrix {
  const at = new Date(0);
  return {
    organization: 'acme',
    apps: secretApps.filter(app => rows.some(row => row[0] === app)),
    secrets: rows.map(([app, name, visibility, selected = []]) => ({
      ...storeOf(app, 'acme'),
      name,
      secret: { name, visibility, createdAt: at, updatedAt: at },
      access: { visibility, selection: selected.flatMap(id => all[id] ?? []) },
    })),
    repositories: all,
    failures: [],
    ...more,
  };
}

/** What differs, in short: `NPM_TOKEN: not in dependabot; 10 in actions, not in codespaces`. */
function words({ name, missing, gaps }: AppDifference): string {
  const all = [
    ...missing.map(app => `not in ${app}`),
    ...gaps.map(gap => `${gap.repositories} in ${gap.canUse}, not in ${gap.cannotUse}`),
  ];
  return `${name}: ${all.join('; ')}`;
}

const few = repositories(6);
const compared = (rows: readonly Row[], more?: Partial<AccessMatrix>): string[] =>
  compareApps(matrix(few, rows, more)).map(words);

describe('comparing apps', () => {
  it('names what some apps do not have, and counts the repositories that only one app lets use it', () => {
    assert.deepEqual(
      compared([
        ['codespaces', 'A', 'selected', [0, 1]],
        ['actions', 'A', 'selected', [1, 2, 3]],
        ['actions', 'B', 'all'],
        ['codespaces', 'C', 'private'],
        ['actions', 'C', 'all'],
      ]),
      [
        'A: 1 in codespaces, not in actions; 2 in actions, not in codespaces',
        'B: not in codespaces',
        'C: 2 in actions, not in codespaces',
      ],
    );
  });

  it('says nothing of names that the same repositories can use everywhere, whatever the visibility', () => {
    assert.deepEqual(
      compared([
        ['codespaces', 'A', 'all'],
        ['actions', 'A', 'all'],
        ['codespaces', 'B', 'selected', [5, 4, 3, 2, 1, 0]],
        ['actions', 'B', 'all'],
        ['codespaces', 'C', 'selected', [0, 3]],
        ['actions', 'C', 'selected', [3, 0]],
        ['codespaces', 'D', 'private'],
        ['actions', 'D', 'selected', [0, 1, 3, 4]],
      ]),
      [],
    );
  });

  it('compares only apps that could be loaded', () => {
    const failures = [
      { app: 'dependabot' as const, failure: new Failure({ kind: 'offline', uncertain: false }) },
    ];
    const rows: Row[] = [
      ['codespaces', 'A', 'all'],
      ['actions', 'A', 'all'],
      ['actions', 'B', 'all'],
    ];
    const apps: SecretApp[] = ['codespaces', 'actions', 'dependabot'];
    assert.deepEqual(compared(rows, { apps, failures }), ['B: not in codespaces']);
    assert.deepEqual(compared(rows, { apps }), [
      'A: not in dependabot',
      'B: not in codespaces; not in dependabot',
    ]);
  });

  it('counts as the rule of who receives a secret does, for every two kinds of access', () => {
    const selections = [[], [0, 1, 2], [2, 5], [0, 3, 4]];
    const kinds: { visibility: Visibility; selected: number[] }[] = [
      { visibility: 'all', selected: [] },
      { visibility: 'private', selected: [] },
      ...selections.map(selected => ({ visibility: 'selected' as const, selected })),
    ];
    const canUse = ({ visibility, selected }: (typeof kinds)[number]): number[] =>
      few.filter(it => receives(visibility, it, () => selected.includes(it.id))).map(({ id }) => id);
    for (const one of kinds)
      for (const other of kinds) {
        const [found] = compareApps(
          matrix(few, [
            ['codespaces', 'A', one.visibility, one.selected],
            ['actions', 'A', other.visibility, other.selected],
          ]),
        );
        const only = (a: number[], b: number[]): number => a.filter(id => !b.includes(id)).length;
        const expected = [only(canUse(one), canUse(other)), only(canUse(other), canUse(one))];
        const gap = (app: SecretApp): number => found?.gaps.find(it => it.canUse === app)?.repositories ?? 0;
        assert.deepEqual([gap('codespaces'), gap('actions')], expected, JSON.stringify([one, other]));
        const counts = found?.secrets.map(it => it.repositories) ?? [];
        if (found) assert.deepEqual(counts, [canUse(one).length, canUse(other).length]);
      }
  });

  it('takes a moment for 1,000 secrets in two apps and 10,000 repositories', () => {
    const many = repositories(10_000);
    const ids = many.map(({ id }) => id);
    const kinds: readonly (readonly [Visibility, readonly number[]])[] = [
      ['all', []],
      ['private', []],
      ['selected', ids.slice(0, 500)],
      ['selected', ids.slice(500, 1000)],
    ];
    const rows = Array.from({ length: 1000 }, (_, index): Row[] => {
      const name = `SECRET_${index}`;
      const [one, other] = [kinds[index % 4], kinds[(index >> 2) % 4]];
      return [
        ['codespaces', name, one?.[0] ?? 'all', one?.[1] ?? []],
        ['actions', name, other?.[0] ?? 'all', other?.[1] ?? []],
      ];
    }).flat();
    const all = matrix(many, rows);
    // The time of this process alone, since others can keep the machine busy.
    const start = process.cpuUsage();
    assert.equal(compareApps(all).length, 750);
    const milliseconds = process.cpuUsage(start).user / 1000;
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
  });

  describe('of the simulated GitHub', () => {
    const connection = connected();
    it('finds what a pull request of Dependabot lacks', async () => {
      const apps: SecretApp[] = ['actions', 'dependabot'];
      const store = new Store(
        connection.gitHub(),
        () => [],
        undefined,
        () => apps,
      );
      assert.deepEqual(compareApps(await store.access('acme')).map(words), [
        'DEPLOY_KEY: not in dependabot',
        'NPM_TOKEN: 11 in actions, not in dependabot',
      ]);
    });
  });
});
