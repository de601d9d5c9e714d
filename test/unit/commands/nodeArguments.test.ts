import assert from 'node:assert/strict';
import { nodeArguments } from '../../../src/commands/shared/nodeArguments';
import { storeOf } from '../../../src/model/secretStore';

const secret = { kind: 'secret', organization: 'acme', name: 'NPM_TOKEN' };

describe('the arguments of a key binding', () => {
  it('name a secret of Codespaces, or of the app that they name', () => {
    assert.deepEqual(nodeArguments([secret, [{ ...secret, app: 'actions' }]]), [
      { ...secret, ...storeOf('codespaces', 'acme') },
      [{ ...secret, ...storeOf('actions', 'acme') }],
    ]);
  });

  for (const app of ['Actions', 'action', '', 'toString', null, 1])
    it(`name no secret of Codespaces where the app is ${JSON.stringify(app)}`, () => {
      const given = { ...secret, app };
      const repository = { kind: 'repository', secret: { ...secret, kind: undefined, app } };
      assert.deepEqual(nodeArguments([given, repository]), [given, repository]);
    });

  it('stay the objects that the views know', () => {
    const node = { ...secret, ...storeOf('agents', 'acme') };
    assert.equal(nodeArguments([node])[0], node);
  });
});
