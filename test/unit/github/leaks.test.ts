import assert from 'node:assert/strict';
import type { FaultEffect, FaultSpec } from '../../github/faults';
import { connected, npmToken } from '../support';

const canary = 'canary-7f3a-in-the-coal-mine';

/** How a canary may be written down by accident. */
const forms = [
  canary,
  Buffer.from(canary).toString('base64'),
  Buffer.from(canary).toString('hex'),
  encodeURIComponent(canary),
];

describe('a value that is sent', () => {
  const connection = connected();
  const effects: (FaultEffect & { times?: number })[] = [
    { kind: 'drop' },
    { kind: 'dropAfter' },
    { kind: 'status', status: 401 },
    { kind: 'status', status: 403 },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 409 },
    { kind: 'status', status: 422 },
    { kind: 'status', status: 500 },
    { kind: 'secondaryLimit', retryAfter: 60 },
    { kind: 'primaryLimit', resetIn: 600 },
    { kind: 'before', edits: [{ edit: 'rotateKey', organization: 'acme' }], times: 2 },
  ];
  const cases: { what: string; fault?: FaultSpec }[] = [
    { what: 'and arrives' },
    ...effects.map(effect => ({
      what: `and meets ${JSON.stringify(effect)}`,
      fault: { method: 'PUT', ...effect },
    })),
    {
      what: 'where the key cannot be had',
      fault: { path: '/orgs/acme/codespaces/secrets/public-key', kind: 'status', status: 404 },
    },
  ];
  for (const { what, fault } of cases)
    it(`${what} is nowhere but inside the sealed box`, async () => {
      if (fault) connection.fakeGitHub.fault(fault);
      const error: unknown = await connection
        .gitHub()
        .saveSecret(npmToken, { visibility: 'all', selection: [] }, canary)
        .catch((reason: unknown) => reason);
      assert.equal(error instanceof Error, fault !== undefined);
      const traces = [
        ...connection.logged,
        JSON.stringify(connection.fakeGitHub.requests),
        ...(error instanceof Error
          ? [
              error.message,
              error.stack ?? '',
              JSON.stringify(error),
              JSON.stringify(error, Object.getOwnPropertyNames(error)),
            ]
          : []),
      ].join('\n');
      for (const form of forms) assert.ok(!traces.includes(form), `found ${form}`);
      if (!fault) assert.equal(connection.fakeGitHub.value('acme', 'NPM_TOKEN'), canary);
    });
});
