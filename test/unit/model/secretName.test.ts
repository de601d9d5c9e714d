import assert from 'node:assert/strict';
import { nameProblem, normalizeName } from '../../../src/model/secretName';

describe("a secret's name", () => {
  for (const name of ['NPM_TOKEN', 'npm_token', '_', 'A1', 'GITHUB', 'MY_GITHUB_TOKEN'])
    it(`may be ${name}`, () => assert.equal(nameProblem(name), undefined));
  const refused = {
    '': 'empty',
    'NPM TOKEN': 'characters',
    'NPM-TOKEN': 'characters',
    TÖKEN: 'characters',
    '1PASSWORD': 'leadingDigit',
    GITHUB_TOKEN: 'reservedPrefix',
    github_token: 'reservedPrefix',
  };
  for (const [name, problem] of Object.entries(refused))
    it(`may not be "${name}"`, () => assert.equal(nameProblem(name), problem));
  it('is kept in upper case', () => assert.equal(normalizeName('npm_token'), 'NPM_TOKEN'));
});
