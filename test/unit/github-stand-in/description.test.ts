import assert from 'node:assert/strict';
import { describedOperation, responseProblem } from '../../github/description';
import { startStandIn, type StandIn } from '../../github/standIn';
import { messageOf, sealedFor, send, type Sent } from './client';

const secrets = '/orgs/acme/codespaces/secrets';

describe("stand-in: GitHub's official description", () => {
  let standIn: StandIn;

  before(async () => {
    standIn = await startStandIn();
  });
  beforeEach(() => standIn.reset());
  after(() => standIn.close());

  const misfits: [string, string, string, Sent, RegExp][] = [
    ['an unknown path', 'GET', '/orgs/acme/actions/secrets', {}, /no operation/],
    ['an unknown method', 'POST', secrets, { body: {} }, /no operation/],
    ['an unknown query parameter', 'GET', `${secrets}?perPage=100`, {}, /"perPage"/],
    ['a parameter of a wrong type', 'GET', `${secrets}?page=two`, {}, /"page".*integer/],
    ['a parameter outside its choices', 'GET', '/orgs/acme/repos?type=mine', {}, /"type"/],
    ['a path that is no number', 'PUT', `${secrets}/NPM_TOKEN/repositories/billing`, {}, /repository_id/],
    ['a missing body', 'PUT', `${secrets}/NPM_TOKEN`, {}, /body is missing/],
    ['a missing property', 'PUT', `${secrets}/NPM_TOKEN`, { body: {} }, /visibility/],
    ['a wrong property', 'PUT', `${secrets}/NPM_TOKEN`, { body: { visibility: 'public' } }, /visibility/],
    [
      'an unknown property',
      'PUT',
      `${secrets}/NPM_TOKEN`,
      { body: { visibility: 'all', value: 'x' } },
      /"value"/,
    ],
    [
      'a value that is no Base64',
      'PUT',
      `${secrets}/NPM_TOKEN`,
      { body: { visibility: 'all', encrypted_value: 'no-Base64', key_id: '1' } },
      /encrypted_value/,
    ],
    [
      'ids that are text',
      'PUT',
      `${secrets}/NPM_TOKEN/repositories`,
      { body: { selected_repository_ids: ['70001'] } },
      /selected_repository_ids/,
    ],
    ['a body where there is none', 'DELETE', `${secrets}/NPM_TOKEN`, { body: {} }, /body/],
    [
      'another content type',
      'PUT',
      `${secrets}/NPM_TOKEN`,
      { body: { visibility: 'all' }, headers: { 'Content-Type': 'text/plain' } },
      /content type/,
    ],
  ];
  for (const [what, method, path, sent, problem] of misfits) {
    it(`fails ${what}, and records it`, async () => {
      const refused = await send(standIn.url, method, path, sent);
      assert.equal(refused.status, 500);
      assert.match(messageOf(refused), problem);
      assert.equal(standIn.violations.length, 1);
      assert.match(standIn.violations[0]?.problem ?? '', problem);
      assert.equal(standIn.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    });
  }

  it('has no complaint about any answer of its own', async () => {
    const value = await sealedFor(standIn.url, 'acme', 'x');
    const requests: [string, string, unknown?][] = [
      ['GET', '/'],
      ['GET', '/meta'],
      ['GET', '/rate_limit'],
      ['GET', '/user'],
      ['GET', '/user/memberships/orgs'],
      ['GET', '/user/memberships/orgs/acme'],
      ['GET', '/orgs/acme'],
      ['GET', '/orgs/acme/repos'],
      ['GET', '/repos/acme/billing'],
      ['GET', secrets],
      ['GET', `${secrets}/public-key`],
      ['GET', `${secrets}/NPM_TOKEN`],
      ['GET', `${secrets}/NPM_TOKEN/repositories`],
      ['PUT', `${secrets}/NEW`, { visibility: 'selected', selected_repository_ids: [70001], ...value }],
      ['PUT', `${secrets}/NEW`, { visibility: 'selected' }],
      ['PUT', `${secrets}/NEW/repositories`, { selected_repository_ids: [70001, 70002] }],
      ['PUT', `${secrets}/NEW/repositories/70003`],
      ['DELETE', `${secrets}/NEW/repositories/70003`],
      ['DELETE', `${secrets}/NEW`],
    ];
    for (const [method, path, body] of requests) {
      const { status } = await send(standIn.url, method, path, { ...(body !== undefined && { body }) });
      assert.ok(status < 300, `${method} ${path} gave ${status}`);
    }
    assert.deepEqual(standIn.violations, []);
  });

  it('would see an answer that does not fit', () => {
    const list = describedOperation('GET', '/orgs/{org}/codespaces/secrets');
    const good = { name: 'A', created_at: '2025-01-01T00:00:00Z', updated_at: '2025-01-01T00:00:00Z' };
    const body = (secret: object) => ({ total_count: 1, secrets: [secret] });
    assert.equal(responseProblem(list, 200, body({ ...good, visibility: 'all' })), undefined);
    assert.match(responseProblem(list, 200, body(good)) ?? '', /visibility/);
    const late = { ...good, visibility: 'all', updated_at: 'yesterday' };
    assert.match(responseProblem(list, 200, body(late)) ?? '', /date-time/);
    assert.match(responseProblem(list, 201, {}) ?? '', /no documented status/);
    assert.match(responseProblem(list, 404, { message: 7 }) ?? '', /message/);
    const remove = describedOperation('DELETE', '/orgs/{org}/codespaces/secrets/{secret_name}');
    assert.match(responseProblem(remove, 204, {}) ?? '', /no body/);
  });
});
