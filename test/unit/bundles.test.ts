import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { Cancelled, isCancelled } from '../../src/model/batch';
import { systemClock } from '../../src/model/clock';
import { type Failure, isFailure } from '../../src/model/failure';

/** What crosses from one bundle to another. */
interface Model {
  readonly Cancelled: typeof Cancelled;
  readonly Failure: typeof Failure;
  readonly systemClock: typeof systemClock;
}

describe('a bundle that is loaded later', () => {
  let later: Model;
  before(async () => {
    const modules = ['batch', 'clock', 'failure'].map(name => `export * from './${name}';`);
    const { outputFiles } = await build({
      stdin: { contents: modules.join('\n'), resolveDir: resolve(__dirname, '../../src/model') },
      bundle: true,
      format: 'esm',
      write: false,
    });
    later = (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)) as Model;
  });

  it('has classes of its own, whose errors are recognized all the same', () => {
    assert.notEqual(later.Cancelled, Cancelled);
    assert.ok(isCancelled(new later.Cancelled()));
    assert.ok(isFailure(new later.Failure({ kind: 'signedOut' }), 'signedOut'));
    assert.ok(!isCancelled(new later.Failure({ kind: 'signedOut' })));
    assert.ok(!isFailure(new later.Cancelled()));
  });

  it('goes by the same clock', () => {
    assert.equal(later.systemClock, systemClock);
  });
});
