import assert from 'node:assert/strict';
import { secretsPagePath } from '../../../src/model/pagePath';
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
