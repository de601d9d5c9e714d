import assert from 'node:assert/strict';
import { secretNodes } from '../../../src/commands/shared/selection';
import type { Repository } from '../../../src/model/repository';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { storeOf } from '../../../src/model/secretStore';
import type { ReceivedSecretNode } from '../../../src/tree/nodes';

const repositoryOf = (id: number): Repository => ({
  id,
  name: `repository-${id}`,
  visibility: 'private',
  archived: false,
  url: '',
});
const received = (id: SecretId, repository: number): ReceivedSecretNode => ({
  ...id,
  kind: 'receivedSecret',
  organization: 'acme',
  repository: repositoryOf(repository),
  why: 'selected',
});

describe('the selected secrets', () => {
  it('are each one once, below however many repositories it is selected', () => {
    const [codespaces, actions] = (['codespaces', 'actions'] as const).map(app =>
      secretIn(storeOf(app, 'acme'), 'NPM_TOKEN'),
    ) as [SecretId, SecretId];
    const nodes = [received(codespaces, 1), received(actions, 1), received(codespaces, 2)];
    assert.deepEqual(
      secretNodes([nodes[0], nodes]).map(({ app, name }) => `${app} ${name}`),
      ['codespaces NPM_TOKEN', 'actions NPM_TOKEN'],
    );
  });
});
