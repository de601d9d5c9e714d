import assert from 'node:assert/strict';
import { isSecretApp, secretApps } from '../../../src/model/secretApp';
import { existingApps, shownApps } from '../../../src/model/shownApps';

const onServer = ['actions', 'dependabot'];

describe('the apps to show', () => {
  it('are those of the setting, in the order in which they are always shown', () => {
    assert.deepEqual(shownApps(['agents', 'codespaces'], false), ['codespaces', 'agents']);
    assert.deepEqual(shownApps([...secretApps].reverse(), false), secretApps);
    assert.deepEqual(shownApps(['dependabot'], false), ['dependabot']);
  });

  it('are each shown once, whatever their case and the spaces around them', () => {
    assert.deepEqual(shownApps(['Actions', 'ACTIONS', ' actions '], false), ['actions']);
    assert.deepEqual(shownApps(['DependaBot', '\tAgents\n'], false), ['dependabot', 'agents']);
  });

  it('are those that exist, whatever else the setting names', () => {
    const odd = ['action', 'variables', '', ' ', 'toString', '__proto__', 'actions,agents'];
    assert.deepEqual(shownApps([...odd, 'agents'], false), ['agents']);
    assert.deepEqual(shownApps([null, 1, {}, ['actions'], undefined, 'agents'], false), ['agents']);
  });

  for (const [what, setting] of [
    ['is not set', undefined],
    ['is empty', []],
    ['names none that exists', ['variables', 'constructor']],
    ['is null', null],
    ['is a text', 'actions'],
    ['is a number', 4],
    ['is an object', { 0: 'actions', length: 1 }],
    ['is true', true],
  ] as const) {
    it(`are Codespaces alone where the setting ${what}`, () => {
      assert.deepEqual(shownApps(setting, false), ['codespaces']);
    });

    it(`are all that an Enterprise Server has where the setting ${what}`, () => {
      assert.deepEqual(shownApps(setting, true), onServer);
    });
  }

  it('are those of the setting also on an Enterprise Server, which then says what it lacks', () => {
    assert.deepEqual(shownApps(['codespaces'], true), ['codespaces']);
    assert.deepEqual(shownApps(['agents', 'actions'], true), ['actions', 'agents']);
  });

  it('exist all on GitHub, and two of them on an Enterprise Server', () => {
    assert.deepEqual(existingApps(false), secretApps);
    assert.deepEqual(existingApps(true), onServer);
  });

  it('have exactly these names', () => {
    for (const app of secretApps) assert.ok(isSecretApp(app));
    for (const text of ['', 'Actions', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])
      assert.ok(!isSecretApp(text), text);
  });
});
