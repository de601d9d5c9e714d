import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../vscode/repository';
import { hosted, type Package, packaged } from './support';

const pages = ['extension/readme.md', 'extension/changelog.md'];

/** Where the pictures and the links of a page lead. */
function addresses(markdown: string): { pictures: string[]; links: string[] } {
  const all = [...markdown.matchAll(/(!?)\[[^\]]*\]\(([^)]*)\)/g)];
  const tags = [...markdown.matchAll(/<(img|a|video)\s[^>]*?(?:src|href)=["']([^"']*)/g)];
  const found = [...all, ...tags].map(([, kind = '', address = '']) => ({ kind, address }));
  const isLink = (kind: string): boolean => kind === '' || kind === 'a';
  return {
    pictures: found.filter(({ kind }) => !isLink(kind)).map(({ address }) => address),
    links: found.filter(({ kind }) => isLink(kind)).map(({ address }) => address),
  };
}

describe('a package that a hosted workflow makes', () => {
  let made: Package;
  before(async () => (made = await packaged(hosted)));

  const { GITHUB_REPOSITORY: name, GITHUB_SHA: commit } = hosted;
  const home = `https://github.com/${name}`;

  it('has every picture and every link of the pages at an https address of this commit', async () => {
    let pictures = 0;
    for (const page of pages) {
      const found = addresses(await made.text(page));
      pictures += found.pictures.length;
      for (const address of [...found.pictures, ...found.links]) {
        assert.match(address, /^https:\/\//, page);
        const path = address.split(`/${commit}/`)[1];
        if (path !== undefined) assert.ok(existsSync(join(repository, path)), `${page}: ${address}`);
      }
      for (const address of found.pictures)
        assert.ok(address.startsWith(`${home}/raw/${commit}/`), `${page}: ${address}`);
    }
    assert.ok(pictures > 10, `The pages have ${pictures} pictures`);
  });

  it('says where its repository is', async () => {
    const manifest = JSON.parse(await made.text('extension/package.json')) as Record<string, unknown>;
    assert.deepEqual(manifest['repository'], { type: 'git', url: `${home}.git` });
    assert.deepEqual(manifest['bugs'], { url: `${home}/issues` });
    assert.equal(manifest['homepage'], `${home}#readme`);
  });
});

describe('a package that is made elsewhere', () => {
  let made: Package;
  before(async () => (made = await packaged({})));

  it('has no picture in the pages, and no relative link', async () => {
    for (const page of pages) {
      const { pictures, links } = addresses(await made.text(page));
      assert.deepEqual(pictures, [], page);
      for (const address of links) assert.match(address, /^(https:\/\/|#)/, page);
    }
  });

  it('keeps the words of a relative link, and no paragraph of only such links', async () => {
    const text = await made.text('extension/readme.md');
    assert.match(text, /^SECURITY\.md has the details/m);
    assert.doesNotMatch(text, /How to contribute/);
    assert.match(text, /\[Codicons\]\(https:/);
    assert.match(text, /^npm ci && npm start$/m);
  });

  it('claims no repository', async () => {
    const manifest = JSON.parse(await made.text('extension/package.json')) as Record<string, unknown>;
    for (const field of ['repository', 'bugs', 'homepage']) assert.equal(manifest[field], undefined);
  });
});
