import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notices } from '../../notices.mjs';
import { dependencies } from '../../package.json';
import { isPreRelease } from '../../vsix.mjs';
import { repository } from '../vscode/repository';
import { type Package, packaged } from './support';

/** Only types, of which nothing is bundled. */
const typesOnly = ['@octokit/types'];
/** Some of those that the dependencies bring. */
const indirect = ['libsodium', 'lit-html', '@octokit/core', 'before-after-hook'];

describe('the package', () => {
  let made: Package;
  before(async () => (made = await packaged({})));

  it('has the license of everything that is bundled', async () => {
    const text = await made.text('extension/dist/ThirdPartyNotices.txt');
    const direct = Object.keys(dependencies).filter(name => !typesOnly.includes(name));
    for (const name of [...direct, ...indirect]) {
      const folder = join(repository, 'node_modules', name);
      const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
        version: string;
      };
      assert.ok(text.includes(`\n${name} ${version} (`), name);
      const license = (await readdir(folder)).find(file => /^license/i.test(file)) ?? '';
      assert.ok(text.includes((await readFile(join(folder, license), 'utf8')).trim()), name);
    }
  });

  it('has no license of what is not bundled', async () => {
    const text = await made.text('extension/dist/ThirdPartyNotices.txt');
    for (const name of ['esbuild', 'typescript', 'axe-core']) assert.ok(!text.includes(`\n${name} `), name);
  });

  it('has only what runs, and what users read', () => {
    const roots = made.paths.filter(path => path.startsWith('extension/')).map(path => path.split('/')[1]);
    assert.deepEqual([...new Set(roots)].sort(), [
      'LICENSE.txt',
      'changelog.md',
      'dist',
      'media',
      'package.json',
      'package.nls.json',
      'readme.md',
    ]);
    assert.deepEqual(
      made.paths.filter(path => path.endsWith('.map')),
      [],
    );
  });

  it('is a pre-release where its minor version is odd', async () => {
    const { version } = JSON.parse(await made.text('extension/package.json')) as { version: string };
    const isMarked = (await made.text('extension.vsixmanifest')).includes(
      'Id="Microsoft.VisualStudio.Code.PreRelease" Value="true"',
    );
    assert.equal(isMarked, isPreRelease(version));
    assert.deepEqual(['0.2.0', '0.3.0', '1.10.1', '1.11.0'].map(isPreRelease), [false, true, false, true]);
  });
});

describe('the notices', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'notices-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('are those of the innermost package, and fail where it has no license file', async () => {
    const inner = join(folder, 'node_modules/outer/node_modules/@some/inner');
    await mkdir(inner, { recursive: true });
    const manifest = { name: '@some/inner', version: '1.2.3', license: 'MIT' };
    await writeFile(join(inner, 'package.json'), JSON.stringify(manifest));
    const files = [join(inner, 'lib/index.js'), 'src/extension.ts'];
    await assert.rejects(notices(files), /@some\/inner has no license file/);
    await writeFile(join(inner, 'LICENSE.md'), 'Do as you like.\n');
    assert.match(await notices(files), /\n@some\/inner 1\.2\.3 \(MIT\)\n\nDo as you like\.\n$/);
  });
});
