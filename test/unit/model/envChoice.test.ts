import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { allNew, choiceOf, chosenEntries, type EnvChoice } from '../../../src/model/envChoice';
import { readEnvFile } from '../../../src/model/envFile';

const { entries } = readEnvFile('KEPT=1\nLEFT=2\nBAD-NAME=3\nFIXED=" 4"\n', parse);
const acme = { store: 'acme', existing: new Set<string>() };
const globex = { store: 'globex', existing: new Set(['KEPT']) };
const initrode = { store: 'initrode', existing: new Set(['KEPT', 'LEFT']) };
const values = (choice: EnvChoice, where = acme): string[] =>
  chosenEntries(entries, choice, where).map(({ name, value }) => `${name}=${value}`);
const chosen = (before: EnvChoice, where: typeof acme, ...names: string[]): EnvChoice =>
  choiceOf(entries, before, where, new Set(names));

describe('what is chosen of a .env file', () => {
  it('is at first all that is new and can be a secret, as it stands there', () => {
    assert.deepEqual(values(allNew), ['KEPT=1', 'LEFT=2', 'FIXED= 4']);
  });

  it('is nothing that exists, unless it is selected', () => {
    assert.deepEqual(values(allNew, globex), ['LEFT=2', 'FIXED= 4']);
    assert.deepEqual(values(chosen(allNew, globex, 'KEPT'), globex), ['KEPT=1']);
  });

  it('leaves out what is not selected, and has what is fixed', () => {
    const choice = { ...chosen(allNew, acme, 'KEPT', 'FIXED'), fixed: new Map([['FIXED', '4']]) };
    assert.deepEqual(values(choice), ['KEPT=1', 'FIXED=4']);
  });

  it('makes no secret of what is refused, whatever is fixed', () => {
    const choice = { ...allNew, fixed: new Map([['BAD-NAME', '4']]) };
    assert.deepEqual(values(choice), ['KEPT=1', 'LEFT=2', 'FIXED= 4']);
  });

  it('rotates in another store nothing that was not selected there', () => {
    const inGlobex = chosen(allNew, globex, 'KEPT', 'FIXED');
    assert.deepEqual(values(inGlobex, initrode), ['FIXED= 4']);
    assert.deepEqual(values(inGlobex, acme), ['KEPT=1', 'FIXED= 4']);
    const inBoth = chosen(inGlobex, initrode, 'LEFT');
    assert.deepEqual(values(inBoth, initrode), ['LEFT=2']);
    assert.deepEqual(values(inBoth, globex), ['KEPT=1']);
  });
});
