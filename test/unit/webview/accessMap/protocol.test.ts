import assert from 'node:assert/strict';
import { checkHostMessage, checkMapMessage } from '../../../../src/webview/accessMap/protocol';
import { textKeys } from '../../../../src/webview/accessMap/texts';
import { access as unpacked, messageOf } from './maps';

const access = messageOf(unpacked);
const { repositories } = access;
const texts = Object.fromEntries(textKeys.map(key => [key, key]));
const origin = { organization: 'acme', connectionId: '1' };
const start = { type: 'start', texts, origin, pending: [], isReopened: false, applying: undefined };
const applied = { type: 'applied', to: 'id', outcome: 'done', asked: 0, applied: [] };
const change = { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 7 };

/** A secret's column, with something wrong in it. */
function secret(wrong: { title?: unknown; visibility?: unknown; selection?: unknown }): unknown[] {
  const column = { title: 'NPM_TOKEN', visibility: 'selected', selection: [1], ...wrong };
  return [column.title, column.visibility, column.selection, 'codespaces', 'NPM_TOKEN'];
}

describe('the messages between the extension and the access map', () => {
  it('pass if they are complete', () => {
    for (const message of [
      start,
      { ...start, pending: [change], isReopened: true, applying: 'id' },
      { type: 'loading' },
      access,
      { type: 'failed', sentence: 'No.', step: undefined },
      { type: 'failed', sentence: 'No.', step: 'Sign In' },
      applied,
      ...['partly', 'cancelled', 'failed'].map(outcome => ({ ...applied, outcome, applied: [change] })),
    ])
      assert.deepEqual(checkHostMessage(message), { message });
    for (const message of [
      { type: 'ready' },
      { type: 'refresh' },
      { type: 'takeStep' },
      { type: 'createSecret' },
      { type: 'pending', changes: [] },
      { type: 'apply', id: 'id', changes: [change] },
      { type: 'apply', id: 'id', changes: [] },
      { type: 'ignored', problem: 'not an object' },
    ])
      assert.deepEqual(checkMapMessage(message), { message });
  });

  it('pass without the properties that are undefined, because VS Code sends JSON', () => {
    for (const message of [start, { type: 'failed', sentence: 'No.', step: undefined }]) {
      const sent: unknown = JSON.parse(JSON.stringify(message));
      assert.deepEqual(checkHostMessage(sent), { message: sent });
    }
  });

  it('lose what is not part of them', () => {
    const message = { type: 'pending', changes: [change] };
    const more = { ...message, changes: [{ ...change, visibility: 'all' }], organization: 'globex' };
    assert.deepEqual(checkMapMessage(more), { message });
  });

  it('are refused if they are not objects or have an unknown type', () => {
    for (const check of [checkHostMessage, checkMapMessage]) {
      for (const data of [undefined, null, 0, '', 'ready', true, []])
        assert.ok('problem' in check(data), JSON.stringify(data));
      for (const type of [undefined, 7, '', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])
        assert.deepEqual(check({ type }), { problem: 'of no known type' });
    }
    assert.ok('problem' in checkHostMessage({ type: 'apply', changes: [] }));
    assert.ok('problem' in checkMapMessage(access));
  });

  const malformed: Record<string, unknown> = {
    'a start without texts': { ...start, texts: undefined },
    'texts that lack one': { ...start, texts: { ...texts, review: undefined } },
    'texts that are numbers': { ...start, texts: { ...texts, review: 7 } },
    'pending changes that are none': { ...start, pending: [{ kind: 'add' }] },
    'a map that is open again, perhaps': { ...start, isReopened: 'yes' },
    'a request that goes on without an id': { ...start, applying: true },
    'access without repositories': { ...access, repositories: undefined },
    'access without apps': { ...access, apps: undefined },
    'an app without a label': { ...access, apps: [['codespaces']] },
    'apps that are missing without a sentence': { ...access, missing: ['', 7] },
    'access without secrets': { ...access, secrets: undefined },
    'secrets that are no list': { ...access, secrets: { length: 0 } },
    'a secret that is no list': { ...access, secrets: [{}] },
    'a secret that is too short': { ...access, secrets: [['NPM_TOKEN', 'selected', [], 'codespaces']] },
    'a secret without a name': { ...access, secrets: [secret({ title: undefined })] },
    'an unknown visibility of a secret': { ...access, secrets: [secret({ visibility: 'public' })] },
    'a selection of names': { ...access, secrets: [secret({ selection: ['billing'] })] },
    'a selection that is no list': { ...access, secrets: [secret({ selection: { length: 0 } })] },
    'a selection of fractions': { ...access, secrets: [secret({ selection: [1.5] })] },
    'repositories that are a list': { ...access, repositories: [] },
    'a repository without an id': { ...access, repositories: { ...repositories, ids: ['1', 2, 3, 4] } },
    'a repository without a name': { ...access, repositories: { ...repositories, names: ['billing'] } },
    'an unknown visibility of a repository': {
      ...access,
      repositories: { ...repositories, visibilities: [0, 1, 2, 3] },
    },
    'a visibility that is no place': {
      ...access,
      repositories: { ...repositories, visibilities: [0, 1, 2, 'length'] },
    },
    'a repository that may be archived': {
      ...access,
      repositories: { ...repositories, archived: [1, 0, 0, 0] },
    },
    'a failure without a sentence': { type: 'failed', step: 'Sign In' },
    'a step that is no title': { type: 'failed', sentence: 'No.', step: {} },
    'a reply to no request': { ...applied, to: undefined },
    'a reply without an outcome': { ...applied, outcome: 'perhaps' },
    'a reply to an unknown number of changes': { ...applied, asked: '2' },
    'a reply that names no changes': { ...applied, applied: 2 },
  };
  for (const [what, data] of Object.entries(malformed))
    it(`are refused to the map: ${what}`, () => {
      assert.match(JSON.stringify(checkHostMessage(data)), /"problem":"of type \w+, but malformed"/);
    });

  const malformedToHost: Record<string, unknown> = {
    'nothing to apply': { type: 'apply', id: 'id' },
    'a request without an id': { type: 'apply', changes: [change] },
    'a request with an empty id': { type: 'apply', id: '', changes: [change] },
    'nothing that is pending': { type: 'pending' },
    'a change that is none': { type: 'apply', id: 'id', changes: [null] },
    'a kind that is none': { type: 'apply', id: 'id', changes: [{ ...change, kind: 'visibility' }] },
    'a secret that is none': {
      type: 'apply',
      id: 'id',
      changes: [{ ...change, secret: { name: 'NPM_TOKEN' } }],
    },
    'a repository by name': { type: 'apply', id: 'id', changes: [{ ...change, repository: 'billing' }] },
    'one change of many that is malformed': {
      type: 'apply',
      id: 'id',
      changes: [change, { ...change, repository: NaN }],
    },
    'a problem that is none': { type: 'ignored', problem: 7 },
  };
  for (const [what, data] of Object.entries(malformedToHost))
    it(`are refused to the extension: ${what}`, () => {
      assert.match(JSON.stringify(checkMapMessage(data)), /"problem":"of type \w+, but malformed"/);
    });
});
