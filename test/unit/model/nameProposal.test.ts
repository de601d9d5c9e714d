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
});
