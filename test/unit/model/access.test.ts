import assert from 'node:assert/strict';
import {
  isForNoRepository,
  isSameAccess,
  type ReceivedSecret,
  reason,
  type SecretAccess,
  withHidden,
} from '../../../src/model/access';
import type { Repository } from '../../../src/model/repository';
import { repositoryStore, type StoreId, storeOf, userStore } from '../../../src/model/secretStore';

const repository = (id: number, visibility: Repository['visibility'] = 'private'): Repository => {
  return { id, name: `r${id}`, visibility, archived: false, url: `https://github.com/acme/r${id}` };
};
const selected = (...ids: number[]): SecretAccess => {
  return { visibility: 'selected', selection: ids.map(id => repository(id)) };
};
const received = ({ app, owner }: StoreId, name: string): ReceivedSecret => {
  const at = new Date(0);
  const visibility = owner.kind === 'repository' ? undefined : 'selected';
  const secret = { name, visibility, createdAt: at, updatedAt: at } as const;
  return { app, owner, name, secret, why: visibility };
};

describe('who can use a secret', () => {
  it('is the same in whatever order the repositories stand', () => {
    assert.equal(isSameAccess(selected(1, 2), selected(2, 1)), true);
    assert.equal(isSameAccess(selected(1, 2), selected(1, 3)), false);
    assert.equal(isSameAccess(selected(1), selected(1, 2)), false);
    assert.equal(isSameAccess(selected(1, 2), selected(1)), false);
    assert.equal(isSameAccess(selected(), { visibility: 'all', selection: [] }), false);
  });

  it('is told for each repository with the visibility that lets it', () => {
    assert.equal(reason(selected(1), repository(1)), 'selected');
    assert.equal(reason(selected(1), repository(2)), undefined);
    assert.equal(reason({ visibility: 'private', selection: [] }, repository(1, 'internal')), 'private');
    assert.equal(reason({ visibility: 'private', selection: [] }, repository(1, 'public')), undefined);
    assert.equal(reason({ visibility: 'all', selection: [] }, repository(1, 'public')), 'all');
  });

  it('is nobody if none of the selected repositories is there', () => {
    assert.equal(isForNoRepository(selected()), true);
    assert.equal(isForNoRepository(selected(1)), false);
    assert.equal(isForNoRepository({ visibility: 'all', selection: [] }), false);
  });
});

describe('what a repository receives', () => {
  const ofOrganization = storeOf('codespaces', 'acme');
  const own = repositoryStore({ id: 1, fullName: 'acme/r1' });
  const hidden = (...secrets: ReceivedSecret[]): boolean[] =>
    withHidden(secrets).map(({ isHidden }) => isHidden === true);

  it("hides the organization's secret by its own of that name, whatever the case", () =>
    assert.deepEqual(
      hidden(received(ofOrganization, 'TOKEN'), received(ofOrganization, 'OTHER'), received(own, 'token')),
      [true, false, false],
    ));

  it("hides nothing of another app's, which a codespace does not get", () =>
    assert.deepEqual(hidden(received(storeOf('actions', 'acme'), 'TOKEN'), received(own, 'TOKEN')), [
      false,
      false,
    ]));

  it("says nothing of the user's, since GitHub does not document which one wins", () =>
    assert.deepEqual(
      hidden(
        received(ofOrganization, 'TOKEN'),
        received(userStore('octocat'), 'TOKEN'),
        received(userStore('octocat'), 'OTHER'),
        received(own, 'OTHER'),
      ),
      [false, false, false, false],
    ));
});
