import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('the workflows', () => {
  it('use each action at one commit, which nobody can change, and say its version', () => {
    let actions = 0;
    for (const { name, text } of workflows)
      for (const [line, used = ''] of text.matchAll(/uses: (\S+).*$/gm)) {
        if (used.startsWith('./')) continue;
        actions += 1;
        assert.match(line, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${name}: ${used}`);
      }
    assert.ok(actions > 5);
  });

  it('may write only in jobs that say so', () => {
    for (const { name, text } of workflows)
      assert.match(text, /^permissions:\n {2}contents: read\n\w/m, name);
  });
});
