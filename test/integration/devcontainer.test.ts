import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import { declaring, gitConfig, open, saidOf, says, usualPlace } from './devcontainerFile';
import { gitHub } from './gitHub';
import type { Person } from './person';
import { withPerson } from './withPerson';
import { addFolder, addUri, type TestFolder } from './workspaceFolder';

const declared = declaring('SENTRY_DSN', 'STRIPE_KEY', 'PREVIEW_TOKEN', 'PYPI_TOKEN');
const places = [usualPlace, '.devcontainer.json', '.devcontainer/python/devcontainer.json'];
const elsewhere = [
  '.devcontainer/python/old/devcontainer.json',
  'packages/app/.devcontainer/devcontainer.json',
  'packages/.devcontainer.json',
  'devcontainer.json',
];
const missingInBilling = ['nothingProvides "PREVIEW_TOKEN"', 'notGranted "PYPI_TOKEN"'];
const missingInWebsite = ['nothingProvides "STRIPE_KEY"', 'notGranted "PYPI_TOKEN"'];

describe('devcontainer.json', () => {
  let person: Person;
  const folders: TestFolder[] = [];
  const add = async (...folder: Parameters<typeof addFolder>): Promise<TestFolder> => {
    const added = await addFolder(...folder);
    folders.push(added);
    return added;
  };
  beforeEach(() => gitHub.forgetRequests());
  // Before the hook of the person, after which nothing is known any more: no file may load it again.
  afterEach(async () => {
    assert.deepEqual(person.messages, []);
    for (const folder of folders.splice(0)) await folder.remove();
  });
  withPerson(it => (person = it));
  /** By the end of this, all that was asked before has been answered: loads come one after the other. */
  const answered = async (folder: TestFolder, path: string): Promise<void> =>
    says(await open(folder, path), ...missingInBilling);

  const files = (paths: readonly string[], text = declared): Record<string, string> =>
    Object.fromEntries(paths.map(path => [path, text]));
  const gets = async (): Promise<string[]> => (await gitHub.requests()).map(({ path }) => path);

  describe('in a folder', () => {
    for (const path of places)
      it(`is compared with GitHub at ${path}, with comments and commas at the ends`, async () => {
        const document = await open(await add('acme/billing', files([path])), path);
        await says(document, ...missingInBilling);
      });

    it('is left alone deeper in the folder', async () => {
      const folder = await add('acme/billing', files([...elsewhere, usualPlace]));
      const others = [];
      for (const path of elsewhere) others.push(await open(folder, path));
      await answered(folder, usualPlace);
      assert.deepEqual(others.map(saidOf), [[], [], [], []]);
    });

    it('is compared with the repository of its own folder where there are several', async () => {
      const billing = await add('acme/billing', files([usualPlace]));
      const website = await add('acme/website', files([usualPlace]));
      const [inBilling, inWebsite] = [await open(billing), await open(website)];
      await says(inBilling, ...missingInBilling);
      await says(inWebsite, ...missingInWebsite);
    });

    it('is one of thirty that are open, for which GitHub is asked once', async () => {
      const paths = Array.from({ length: 30 }, (_, index) => `.devcontainer/${index}/devcontainer.json`);
      const folder = await add('acme/billing', files(paths));
      const opened = [];
      for (const path of paths) opened.push(await open(folder, path));
      for (const document of opened) await says(document, ...missingInBilling);
      const asked = (await gets()).map(path => path.replace(/\?.*/, ''));
      for (const path of [
        '/orgs/acme/codespaces/secrets',
        '/orgs/acme/codespaces/secrets/PYPI_TOKEN/repositories',
        '/repos/acme/billing',
        '/repos/acme/billing/codespaces/secrets',
      ])
        assert.equal(asked.filter(it => it === path).length, 1, path);
    });

    it('is compared with its repository in a worktree', async () => {
      const worktree = {
        'work/.git': 'gitdir: ../.git/worktrees/work\n',
        '.git/worktrees/work/commondir': '../..\n',
        [`work/${usualPlace}`]: declared,
      };
      const { uri } = await add('acme/billing', worktree);
      const work = await addUri(Uri.joinPath(uri, 'work'));
      folders.unshift(work);
      await says(await open(work), ...missingInBilling);
    });

    it('loses what was said of it when its folder leaves the workspace', async () => {
      const document = await open(await add('acme/billing', files([usualPlace])));
      await says(document, ...missingInBilling);
      await folders.pop()?.remove();
      await says(document);
    });
  });

  describe('in a folder', () => {
    // The misspelt property is reported whatever the folder is, once that is known.
    const misspelt = declared.replace('"PYPI_TOKEN": {}', '"PYPI_TOKEN": { "descripton": "" }');
    const cases: [string, Record<string, string>][] = [
      ['without a remote', {}],
      ['with a remote of another host', { origin: 'https://gitlab.com/acme/billing.git' }],
      ['with several remotes and no origin', { a: clone('acme/docs'), b: clone('acme/website') }],
    ];
    for (const [what, remotes] of cases)
      it(`${what}, asks GitHub nothing and reports only what is misspelt`, async () => {
        const config = { '.git/config': gitConfig(remotes) };
        const document = await open(await add('acme/website', { [usualPlace]: misspelt, ...config }));
        await says(document, 'unknownProperty "descripton"');
        const billing = await add('acme/billing', files([usualPlace]));
        await answered(billing, usualPlace);
        assert.deepEqual(saidOf(document), ['unknownProperty "descripton"']);
        for (const path of await gets()) assert.doesNotMatch(path, /^\/repos\/acme\/(?!billing)/);
      });

    it("with a fork's origin, is compared with the fork, not with its upstream", async () => {
      const remotes = { upstream: clone('acme/billing'), origin: clone('acme/website') };
      const config = { '.git/config': gitConfig(remotes) };
      const document = await open(await add('acme/website', { ...files([usualPlace]), ...config }));
      await says(document, ...missingInWebsite);
      for (const path of await gets()) assert.doesNotMatch(path, /^\/repos\/acme\/billing/);
    });

    it('with an upstream and no origin, is compared with the upstream', async () => {
      const remotes = { other: clone('acme/website'), upstream: 'git@github.com:acme/billing.git' };
      const config = { '.git/config': gitConfig(remotes) };
      await says(
        await open(await add('acme/docs', { ...files([usualPlace]), ...config })),
        ...missingInBilling,
      );
    });

    it('of a repository that GitHub does not find, is silent', async () => {
      const document = await open(await add('acme/nothing', { [usualPlace]: misspelt }));
      await gitHub.answered({ path: '/repos/acme/nothing' });
      await answered(await add('acme/billing', files([usualPlace])), usualPlace);
      assert.deepEqual(saidOf(document), ['unknownProperty "descripton"']);
    });
  });
});

function clone(fullName: string): string {
  return `https://github.com/${fullName}.git`;
}
