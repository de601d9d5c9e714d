import assert from 'node:assert/strict';
import { tools } from '../../src/manifest';
import { askTool } from './askTool';
import type { Person } from './person';
import { withPerson } from './withPerson';
import { addFolder, type TestFolder } from './workspaceFolder';

const declared = '{ "secrets": { "SENTRY_DSN": {} }';
const invalid =
  "It isn't valid JSON, so it might declare secrets that can't be read. Fix it, then check it again.";

describe('the tool that compares devcontainer.json with GitHub', () => {
  let person: Person;
  let folder: TestFolder | undefined;
  afterEach(async () => {
    assert.deepEqual(person.messages, []);
    await folder?.remove();
    folder = undefined;
  });
  withPerson(it => (person = it));

  const cases: [string, string, string[]][] = [
    ['is valid and has none', '{ "image": "x" }', ['billing/.devcontainer.json declares no secrets.']],
    [
      'is nested too deeply',
      `${declared}, "deep": ${'['.repeat(300)}${']'.repeat(300)} }`,
      ['billing/.devcontainer.json: not checked. It is too long or nested too deeply.'],
    ],
    [
      'has a comment without an end',
      `/* ${declared} }`,
      [`billing/.devcontainer.json: not checked. ${invalid}`],
    ],
    [
      'lacks a bracket',
      declared,
      [
        'billing/.devcontainer.json, compared with what acme/billing gets:',
        'Provided: SENTRY_DSN.',
        `Error in the file: ${invalid}`,
        'You: not known. Open "Your Codespaces secrets" in the Secrets view to allow access.',
      ],
    ],
  ];
  for (const [what, text, lines] of cases)
    it(`says that a file declares no secrets only if it was read: one that ${what}`, async () => {
      folder = await addFolder('acme/billing', { '.devcontainer.json': text });
      assert.deepEqual((await askTool(tools.missingInDevcontainer)).split('\n'), lines);
    });
});
