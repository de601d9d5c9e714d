import assert from 'node:assert/strict';
import { blake2b } from 'blakejs';
import sodium from 'libsodium-wrappers';
import nacl from 'tweetnacl';
import { sealWith } from '../../../src/github/sealing';
import { maxValueBytes } from '../../../src/model/secretValue';

/** Opens a sealed box with other implementations than the one that sealed it. */
function openWithTweetNacl(box: Uint8Array, pair: nacl.BoxKeyPair): Uint8Array | null {
  const ephemeral = box.subarray(0, nacl.box.publicKeyLength);
  const nonce = blake2b(Buffer.concat([ephemeral, pair.publicKey]), undefined, nacl.box.nonceLength);
  return nacl.box.open(box.subarray(ephemeral.length), nonce, ephemeral, pair.secretKey);
}

describe('sealing', () => {
  const pair = nacl.box.keyPair();
  const publicKey = Buffer.from(pair.publicKey).toString('base64');
  const seal = sealWith(() => Promise.resolve(sodium));

  const values = {
    'plain text': 'hunter2',
    'line breaks of every kind': 'one\ntwo\r\nthree\r',
    emoji: '🗝️ and 👩‍👩‍👧',
    NUL: 'before\0after',
    'blanks at both ends': '  \t value \n ',
    'a byte order mark': '\uFEFFvalue',
    'the most bytes there can be': 'é'.repeat(maxValueBytes / 2),
  };
  for (const [what, value] of Object.entries(values))
    it(`keeps ${what} byte for byte`, async () => {
      const box = Buffer.from(await seal(value, publicKey), 'base64');
      const opened = openWithTweetNacl(box, pair);
      assert.ok(opened, 'the box does not open');
      assert.deepEqual(Buffer.from(opened), Buffer.from(value, 'utf8'));
    });

  it('writes standard Base64', async () => {
    const boxes = await Promise.all(Array.from({ length: 20 }, () => seal('value', publicKey)));
    for (const box of boxes) assert.match(box, /^[A-Za-z0-9+/]+={0,2}$/);
    assert.ok(boxes.some(box => /[+/]/.test(box)));
  });

  it('gives another box each time', async () => {
    assert.notEqual(await seal('value', publicKey), await seal('value', publicKey));
  });

  it('loads libsodium when a value is first sealed, and not before', async () => {
    let loads = 0;
    const lazy = sealWith(() => {
      loads += 1;
      return Promise.resolve(sodium);
    });
    assert.equal(loads, 0);
    await lazy('value', publicKey);
    assert.equal(loads, 1);
  });

  it('begins once libsodium is ready', async () => {
    let isReady = false;
    const ready = new Promise<void>(resolve => setImmediate(resolve)).then(() => void (isReady = true));
    const wasReady: boolean[] = [];
    const crypto_box_seal = (message: Uint8Array, key: Uint8Array): Uint8Array => {
      wasReady.push(isReady);
      return sodium.crypto_box_seal(message, key);
    };
    const late = { ...sodium, ready, crypto_box_seal } as typeof sodium;
    await sealWith(() => Promise.resolve(late))('value', publicKey);
    assert.deepEqual(wasReady, [true]);
  });

  it('wipes the bytes of the value, also where the key is not one', async () => {
    const copies: string[] = [];
    const memzero = (bytes: Uint8Array): void => {
      const copy = Buffer.from(bytes).toString();
      sodium.memzero(bytes);
      copies.push(copy, Buffer.from(bytes).toString());
    };
    const watched = sealWith(() => Promise.resolve({ ...sodium, memzero }));
    await watched('value', publicKey);
    await assert.rejects(watched('value', 'c2hvcnQ='));
    assert.deepEqual(copies, ['value', '\0\0\0\0\0', 'value', '\0\0\0\0\0']);
  });
});
