import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { chosenEntries, wholeFile } from '../../../src/model/envChoice';
import { readEnvFile } from '../../../src/model/envFile';

const { entries } = readEnvFile('KEPT=1\nLEFT=2\nBAD-NAME=3\nMENDED=" 4"\n', parse);
const values = (...choice: Parameters<typeof chosenEntries>): string[] =>
  chosenEntries(...choice).map(({ name, value }) => `${name}=${value}`);

describe('what is chosen of a .env file', () => {
  it('is at first all that can be a secret, as it stands there', () => {
    assert.deepEqual(values(entries, wholeFile), ['KEPT=1', 'LEFT=2', 'MENDED= 4']);
  });

  it('leaves out what is unticked, and has what is mended', () => {
    const choice = { unticked: new Set(['LEFT']), mended: new Map([['MENDED', '4']]) };
    assert.deepEqual(values(entries, choice), ['KEPT=1', 'MENDED=4']);
  });

  it('makes no secret of what is refused, whatever is mended', () => {
    const choice = { unticked: new Set<string>(), mended: new Map([['BAD-NAME', '4']]) };
    assert.deepEqual(values(entries, choice), ['KEPT=1', 'LEFT=2', 'MENDED= 4']);
  });
});
