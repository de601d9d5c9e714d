import assert from 'node:assert/strict';
import { startStandIn, type StandIn } from '../github/standIn';
import { openWindow } from './window';

describe('a VS Code window', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await startStandIn();
  });
  after(() => standIn.close());

  it('has the extension in its activity bar', async () => {
    const window = await openWindow({ standIn });
    await window.openContainer();
    assert.ok(await window.secrets.pane.isVisible());
  });
});
