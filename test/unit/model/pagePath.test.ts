import assert from 'node:assert/strict';
import { secretsPagePath } from '../../../src/model/pagePath';
import { repositoryStore, userStore } from '../../../src/model/secretStore';
import { codespaces } from '../../codespaces';

describe("the path of an organization's page of secrets", () => {
  for (const name of ['acme', 'acme-corp', 'Acme_2', 'acme_emu', 'a.b'])
    it(`holds ${name}`, () =>
      assert.equal(
        secretsPagePath(codespaces(name)).join('/'),
        `organizations/${name}/settings/secrets/codespaces`,
      ));

  for (const name of ['', '.', '..', 'a/b', '../..', 'a\\b', 'a?b', 'a#b', '%2e%2e', 'a b', 'a\u202Eb'])
    it(`does not hold ${JSON.stringify(name)}`, () =>
      assert.equal(secretsPagePath(codespaces(name)).join('/'), 'settings/organizations'));
});

describe('the path of the page of secrets', () => {
  const pathOf = (fullName: string): string =>
    secretsPagePath(repositoryStore({ id: 1, fullName })).join('/');

  it("of a repository is among the repository's settings", () =>
    assert.equal(pathOf('acme/billing.js'), 'acme/billing.js/settings/secrets/codespaces'));

  for (const fullName of ['acme', 'acme/', 'acme/..', '../billing', 'acme/billing/x', 'acme/a?b', 'acme/a#b'])
    it(`does not hold a repository ${fullName}`, () =>
      assert.equal(pathOf(fullName), 'settings/organizations'));

  it("of the user is among the user's settings", () =>
    assert.equal(secretsPagePath(userStore('octocat')).join('/'), 'settings/codespaces'));
});
