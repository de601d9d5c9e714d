import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { testToken } from '../../github/fixtures';

describe('an account by its id', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => (fakeGitHub = await startFakeGitHub()));
  after(() => fakeGitHub.close());
  const get = async (id: number): Promise<[number, unknown]> => {
    const response = await fetch(`${fakeGitHub.url}/user/${id}`, {
      headers: { authorization: `token ${testToken}` },
    });
    return [response.status, ((await response.json()) as { login?: string }).login];
  };

  it('is told of users and organizations, even behind single sign-on', async () => {
    assert.deepEqual(await get(583231), [200, 'octocat']);
    assert.deepEqual(await get(9002), [200, 'globex']);
    assert.deepEqual(await get(1), [404, undefined]);
    assert.deepEqual(fakeGitHub.violations, []);
  });
});
