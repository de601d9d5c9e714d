import assert from 'node:assert/strict';
import { checkEditorMessage, checkHostMessage } from '../../../../src/webview/valueEditor/protocol';
import { textKeys } from '../../../../src/webview/valueEditor/texts';

const texts = Object.fromEntries(textKeys.map(key => [key, key]));
const draft = { value: 'a\r\nb', hasLineFeeds: false };

describe('the messages between the extension and the multi-line editor', () => {
  it('pass where they are whole', () => {
    for (const message of [
      { type: 'texts', texts },
      { type: 'draft', draft },
      { type: 'described', words: '1 byte', problem: undefined, isUsable: true },
      { type: 'described', words: '1 byte', isUsable: true },
      { type: 'described', words: '0 bytes', problem: 'A value is needed.', isUsable: false },
    ])
      assert.deepEqual(checkHostMessage(message), { message });
    for (const message of [
      { type: 'ready' },
      { type: 'changed', draft },
      { type: 'use' },
      { type: 'cancel' },
      { type: 'ignored', problem: 'not an object' },
    ])
      assert.deepEqual(checkEditorMessage(message), { message });
  });

  it('do not pass otherwise, and the complaint quotes nothing of them', () => {
    const malformed = [
      { type: 'draft', draft: 'secret' },
      { type: 'changed', draft: { value: 'secret' } },
      { type: 'changed', draft: { value: ['secret'], hasLineFeeds: true } },
      { type: 'secret' },
      'secret',
      null,
    ];
    for (const message of malformed)
      for (const checked of [checkHostMessage(message), checkEditorMessage(message)]) {
        assert.ok('problem' in checked);
        assert.doesNotMatch(checked.problem, /secret/);
      }
  });
});
