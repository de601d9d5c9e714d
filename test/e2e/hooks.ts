import type { RootHookObject } from 'mocha';
import { closeAll, openWindows } from './window';

/** Around every test: what a failed one looked like is kept, and no test leaves a window of its own to the next. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const test = this.currentTest;
    for (const [index, window] of openWindows().entries()) {
      if (window.isShared) continue;
      if (test && test.state !== 'passed') await window.keepEvidence(`${test.fullTitle()} ${index + 1}`);
      await window.close();
    }
  },
  afterAll: closeAll,
};
