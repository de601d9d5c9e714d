import assert from 'node:assert/strict';
import { startStandIn, type StandIn } from '../../github/standIn';
import { testToken } from '../../github/worlds';

describe('an account by its id', () => {
  let standIn: StandIn;
  before(async () => (standIn = await startStandIn()));
  after(() => standIn.close());
  const get = async (id: number): Promise<[number, unknown]> => {
    const response = await fetch(`${standIn.url}/user/${id}`, {
      headers: { authorization: `token ${testToken}` },
    });
    return [response.status, ((await response.json()) as { login?: string }).login];
  };

  it('is told of users and organizations, even behind single sign-on', async () => {
    assert.deepEqual(await get(583231), [200, 'octocat']);
    assert.deepEqual(await get(9002), [200, 'globex']);
    assert.deepEqual(await get(1), [404, undefined]);
    assert.deepEqual(standIn.violations, []);
  });
});
