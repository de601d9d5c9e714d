import assert from 'node:assert/strict';
import { keepAccess } from '../../../src/model/gitHub';
import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../../src/github/octokitGitHub';
import { sealWith } from '../../../src/github/sealing';
import { FakeGitHub } from '../../github/fakeGitHub';
import { testToken } from '../../github/fixtures';
import { settled } from '../../virtualClock';
import { npmToken } from '../support';

const ignore = (): void => undefined;

describe('two changes of one window to the same secret', () => {
  const fake = new FakeGitHub();
  const gitHub = new OctokitGitHub(
    {
      baseUrl: 'https://api.github.com',
      token: () => testToken,
      userAgent: 'test',
      log: { info: ignore, warn: ignore, error: ignore },
      fetch: fake.fetch,
    },
    sealWith(() => Promise.resolve(sodium)),
  );
  const idOf = (name: string): number => {
    const all = [...(fake.fixture.organizations.get('acme')?.repositories.values() ?? [])];
    return all.find(repository => repository.name === name)?.id ?? assert.fail(`no ${name}`);
  };

  before(() => sodium.ready);
  beforeEach(() => fake.reset());
  afterEach(() => assert.deepEqual(fake.violations, []));

  it('revokes a repository for good while the value is rotated', async () => {
    const last = fake.fault({ kind: 'hold', when: 'after', method: 'GET', path: '*/NPM_TOKEN', skip: 1 });
    const rotated = gitHub.saveSecret(npmToken, keepAccess, 'rotated');
    await last.holding();
    const revoked = gitHub.removeSelectedRepository(npmToken, idOf('billing'));
    await settled();
    last.release();
    await Promise.all([rotated, revoked]);
    assert.deepEqual(fake.secret('acme', 'NPM_TOKEN')?.repositories, ['service-catalog']);
    assert.equal(fake.value('acme', 'NPM_TOKEN'), 'rotated');
  });

  it('makes the second one where the first one fails', async () => {
    fake.fault({ kind: 'status', status: 404, method: 'GET', path: '*/NPM_TOKEN' });
    const rotated = gitHub.saveSecret(npmToken, keepAccess, 'rotated');
    const deleted = gitHub.deleteSecret(npmToken);
    await assert.rejects(rotated);
    await deleted;
    assert.equal(fake.secret('acme', 'NPM_TOKEN'), undefined);
  });

  it('lets changes to other secrets go on', async () => {
    const held = fake.fault({ kind: 'hold', method: 'PUT', path: '*/NPM_TOKEN' });
    const rotated = gitHub.saveSecret(npmToken, keepAccess, 'rotated');
    await held.holding();
    await gitHub.saveSecret({ ...npmToken, name: 'DB_URL' }, keepAccess, 'rotated');
    held.release();
    await rotated;
    assert.equal(fake.value('acme', 'DB_URL'), 'rotated');
  });
});
