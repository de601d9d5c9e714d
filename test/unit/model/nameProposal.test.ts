import assert from 'node:assert/strict';
import { proposedName } from '../../../src/model/nameProposal';

describe('the name that is proposed for a value', () => {
  const cases: [left: string, name: string | undefined][] = [
    ['API_KEY=', 'API_KEY'],
    ['export API_KEY="', 'API_KEY'],
    ['  "apiKey": "', 'API_KEY'],
    ['"apiKey":', 'API_KEY'],
    ["const npmToken = '", 'NPM_TOKEN'],
    ['const token: string = `', 'TOKEN'],
    ['let token: string | undefined = "', 'TOKEN'],
    ['  api-key: ', 'API_KEY'],
    ['config.database.passwordURL = "', 'PASSWORD_URL'],
    ['process.env["SENTRY_DSN"] = "', 'SENTRY_DSN'],
    ['{ user: "x", HTTPToken: "', 'HTTP_TOKEN'],
    ['token := "', 'TOKEN'],
    ["'token' => '", 'TOKEN'],
    ['<apiKey>', 'API_KEY'],
    ['_token=', 'TOKEN'],
    ['GITHUB_TOKEN=', undefined],
    ['', undefined],
    ['// the token is ', undefined],
    ['if (a == ', undefined],
    ['--token ', undefined],
  ];
  for (const [left, name] of cases)
    it(`is ${name ?? 'none'} right of ${JSON.stringify(left)}`, () => assert.equal(proposedName(left), name));

  // Each of these takes minutes if the patterns see all of it.
  const long: [what: string, left: string, name: string | undefined][] = [
    ['a name', `${'x'.repeat(1_000_000)}!`, undefined],
    ['a path', `${'a.'.repeat(500_000)}!`, undefined],
    ['a type', `a: ${'b|'.repeat(500_000)}!`, undefined],
    ['an element', `<a ${'b '.repeat(500_000)}`, undefined],
    ['blanks', `${' '.repeat(1_000_000)}!`, undefined],
    ['minified code before an assignment', `${'a=1;'.repeat(250_000)}const apiKey="`, 'API_KEY'],
    ['a name that is too long to be one', `${'x'.repeat(1_000_000)}=`, undefined],
  ];
  for (const [what, left, name] of long)
    it(`is ${name ?? 'none'} right of a million characters of ${what}`, () =>
      assert.equal(proposedName(left), name));
});
