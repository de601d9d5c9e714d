import assert from 'node:assert/strict';
import { stage } from './stage';

describe('Rotate Value... by keyboard alone', () => {
  const on = stage();

  /** Every press counts: F1, each letter of "rotate", Enter in each step, and the one letter of the value. */
  it('takes 12 key presses from the palette, with nothing selected', async () => {
    const { fakeGitHub, window } = on;
    const { input, page, secrets } = window;
    const pressed: string[] = [];
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        pressed.push(key);
        await page.keyboard.press(key);
      }
    };
    const highlighted = (label: string): Promise<void> =>
      input.item(label).and(page.locator('.focused')).waitFor();
    const inBox = (): Promise<void> => input.box.and(page.locator(':focus')).waitFor();

    await press('F1');
    await inBox();
    await press('r', 'o', 't', 'a', 't', 'e');
    await highlighted('Codespaces Secrets: Rotate Value...');
    await press('Enter');
    await input.shown('Rotate Value (1/2)');
    await highlighted('acme');
    await press('Enter');
    await input.shown('Rotate Value (2/2)');
    await highlighted('DB_URL');
    await press('Enter');
    await input.shown('Rotate DB_URL');
    await inBox();
    await press('n', 'Enter');
    await input.closed();
    await secrets.described('DB_URL', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'DB_URL'), 'n');
    assert.ok(pressed.length <= 12, pressed.join(' '));
  });
});
