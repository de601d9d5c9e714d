import assert from 'node:assert/strict';
import { LoadProgress } from '../../../src/cache/loadProgress';

describe('the progress of a load', () => {
  /** A read that gets pages when the test says so. */
  function reading(progress: LoadProgress): {
    page: (count: number) => void;
    end: () => void;
    work: Promise<void>;
  } {
    let page: (count: number) => void = () => undefined;
    let end = (): void => undefined;
    const work = progress.of(onPage => {
      page = onPage;
      return new Promise<void>(resolve => (end = resolve));
    });
    return { page, end, work };
  }

  it('tells who joins late how many there are already', async () => {
    const progress = new LoadProgress();
    const { page, end, work } = reading(progress);
    const [first, late]: [number[], number[]] = [[], []];
    const all = [progress.during(work, soFar => first.push(soFar))];
    page(100);
    all.push(progress.during(work, soFar => late.push(soFar)));
    page(90);
    end();
    await Promise.all(all);
    assert.deepEqual(
      [first, late],
      [
        [100, 190],
        [100, 190],
      ],
    );
  });

  it('counts only the newest read, and starts over with each', async () => {
    const progress = new LoadProgress();
    const old = reading(progress);
    old.page(100);
    const newer = reading(progress);
    const told: number[] = [];
    const waiting = progress.during(newer.work, soFar => told.push(soFar));
    old.page(100);
    newer.page(7);
    old.end();
    await old.work;
    newer.page(1);
    newer.end();
    await waiting;
    assert.deepEqual(told, [7, 8]);
  });

  it('tells nobody after it is over', async () => {
    const progress = new LoadProgress();
    const { page, end, work } = reading(progress);
    const told: number[] = [];
    const waiting = progress.during(work, soFar => told.push(soFar));
    page(3);
    end();
    await waiting;
    const next = reading(progress);
    next.page(5);
    next.end();
    await next.work;
    assert.deepEqual(told, [3]);
  });
});
