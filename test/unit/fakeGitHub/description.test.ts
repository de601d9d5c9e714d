import assert from 'node:assert/strict';
import { describedOperation, responseProblem } from '../../github/description';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { messageOf, sealedFor, send, type Sent } from './client';

const secrets = '/orgs/acme/codespaces/secrets';

describe("simulated GitHub: GitHub's official description", () => {
  let fakeGitHub: FakeGitHubServer;

  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  beforeEach(() => fakeGitHub.reset());
  after(() => fakeGitHub.close());

  const put = `${secrets}/NPM_TOKEN`;
  const misfits: [string, string, string, Sent, RegExp, number, RegExp?][] = [
    ['an unknown path', 'GET', '/orgs/acme/actions/variables', {}, /no operation/, 404, /^Not Found$/],
    ['an organization by its id', 'GET', '/organizations/9001', {}, /no operation/, 404, /^Not Found$/],
    ['an unknown method', 'POST', secrets, { body: {} }, /no operation/, 404, /^Not Found$/],
    ['an unknown query parameter', 'GET', `${secrets}?perPage=100`, {}, /"perPage"/, 200],
    ['a parameter of a wrong type', 'GET', `${secrets}?page=two`, {}, /"page".*integer/, 200],
    ['a parameter outside its choices', 'GET', '/orgs/acme/repos?type=mine', {}, /"type"/, 200],
    ['a path that is no number', 'PUT', `${put}/repositories/billing`, {}, /repository_id/, 404],
    [
      'a missing body',
      'PUT',
      put,
      {},
      /body is missing/,
      422,
      /^Invalid request\.\n\n"visibility" wasn't supplied\.$/,
    ],
    ['a missing property', 'PUT', put, { body: {} }, /visibility/, 422, /"visibility" wasn't supplied\.$/],
    [
      'a wrong property',
      'PUT',
      put,
      { body: { visibility: 'public' } },
      /visibility/,
      422,
      /\n\nFor 'properties\/visibility', "public" is not a member of \["all","private","selected"\]\.$/,
    ],
    [
      'an unknown property',
      'PUT',
      put,
      { body: { visibility: 'all', value: 'x' } },
      /"value"/,
      422,
      /"value" is not a permitted key\.$/,
    ],
    [
      'a value that is no Base64',
      'PUT',
      put,
      { body: { visibility: 'all', encrypted_value: 'no-Base64', key_id: '1' } },
      /encrypted_value/,
      422,
      /For 'properties\/encrypted_value', "no-Base64" does not match\.$/,
    ],
    [
      'ids that are text',
      'PUT',
      `${put}/repositories`,
      { body: { selected_repository_ids: ['70001'] } },
      /selected_repository_ids/,
      422,
      /For 'items', "70001" is not an integer\.$/,
    ],
    ['a list in place of an object', 'PUT', put, { body: [] }, /body/, 400, /^Body should be a JSON object$/],
    ['text that is no JSON', 'PUT', put, { text: '{' }, /body/, 400, /^Problems parsing JSON$/],
    ['a body where there is none', 'DELETE', `${secrets}/UNUSED`, { body: {} }, /body/, 204],
    [
      'another content type',
      'PUT',
      `${secrets}/UNUSED`,
      { body: { visibility: 'all' }, headers: { 'Content-Type': 'text/plain' } },
      /content type/,
      204,
    ],
  ];
  for (const [what, method, path, sent, problem, status, message] of misfits)
    it(`answers ${what} as GitHub does, and records it`, async () => {
      const answered = await send(fakeGitHub.url, method, path, sent);
      assert.equal(answered.status, status);
      if (message) assert.match(messageOf(answered), message);
      assert.equal(fakeGitHub.violations.length, 1);
      assert.match(fakeGitHub.violations[0]?.problem ?? '', problem);
      assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    });

  it('records nothing where a test sends ill-formed requests on purpose', async () => {
    fakeGitHub.countsViolations = false;
    assert.equal((await send(fakeGitHub.url, 'PUT', put, { body: {} })).status, 422);
    assert.deepEqual(fakeGitHub.violations, []);
  });

  it('has no complaint about any answer of its own', async () => {
    const value = await sealedFor(fakeGitHub.url, 'acme', 'x');
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
      const { status } = await send(fakeGitHub.url, method, path, { ...(body !== undefined && { body }) });
      assert.ok(status < 300, `${method} ${path} gave ${status}`);
    }
    assert.deepEqual(fakeGitHub.violations, []);
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
