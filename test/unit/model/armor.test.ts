import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { hasItsLineBreaks, hasLostLineBreaks, withRestoredLineBreaks } from '../../../src/model/armor';
import { withUnescapedLineBreaks } from '../../../src/model/armor';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const base64 = (length: number): string => Buffer.alloc((length * 3) / 4, 'k').toString('base64');
const openSsh = `-----BEGIN OPENSSH PRIVATE KEY-----\n${base64(280).replace(/.{70}/g, '$&\n')}-----END OPENSSH PRIVATE KEY-----\n`;
const pgp = `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${base64(64)}\n${base64(32)}\n=a1B2\n-----END PGP PUBLIC KEY BLOCK-----\n`;
const encrypted = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n${base64(64)}\n-----END RSA PRIVATE KEY-----\n`;
const ssh2 = `---- BEGIN SSH2 PUBLIC KEY ----\nComment: "me"\n${base64(64)}\n---- END SSH2 PUBLIC KEY ----\n`;

/** What browsers make of a text that is pasted into an input: line breaks become blanks in some, and nothing in others. */
const asBlanks = (text: string): string => text.trimEnd().replaceAll('\n', ' ');
const asNothing = (text: string): string => text.replaceAll('\n', '');

describe('a key on one line', () => {
  const keys = { privateKey, publicKey, openSsh, pgp, encrypted, ssh2, 'a chain': publicKey + publicKey };
  for (const [what, key] of Object.entries(keys)) {
    it(`has lost its line breaks: ${what}`, () => {
      for (const lost of [asBlanks(key), asNothing(key)]) {
        assert.ok(hasLostLineBreaks(lost));
        assert.ok(hasItsLineBreaks(key, lost));
        assert.equal(withUnescapedLineBreaks(lost), lost);
      }
      assert.ok(!hasLostLineBreaks(key));
      assert.ok(!hasItsLineBreaks(asBlanks(key), asBlanks(key)));
      assert.ok(!hasItsLineBreaks(`${key}x`, asBlanks(key)));
    });

    it(`has its line breaks written as \\n: ${what}`, () => {
      for (const escaped of [key.replaceAll('\n', '\\n'), key.replaceAll('\n', '\\r\\n')]) {
        assert.ok(!hasLostLineBreaks(escaped));
        assert.equal(withUnescapedLineBreaks(escaped), key);
        assert.equal(withUnescapedLineBreaks(`"${escaped}"`), `"${key}"`);
      }
      assert.equal(withUnescapedLineBreaks(key), key);
    });
  }

  for (const value of [
    'npm_abc',
    '-----BEGIN',
    '-----BEGIN X-----',
    'see -----BEGIN X----- and -----END X-----',
    '-----BEGIN X----- and more',
    '-----BEGIN X-----\nabc-----END X-----',
    JSON.stringify({ private_key: privateKey }),
  ])
    it(`is none: ${value.slice(0, 50)}`, () => {
      assert.ok(!hasLostLineBreaks(value));
      assert.equal(withUnescapedLineBreaks(value), value);
      assert.equal(withRestoredLineBreaks(value), undefined);
    });

  it('gets its line breaks back where they are certain', () => {
    for (const key of [privateKey, publicKey, openSsh, publicKey + publicKey]) {
      assert.equal(withRestoredLineBreaks(asBlanks(key)), key);
      assert.equal(withRestoredLineBreaks(asNothing(key)), key);
    }
    assert.equal(withRestoredLineBreaks(asBlanks(pgp)), pgp);
  });

  it('gets none where they are not certain', () => {
    for (const lost of [
      asNothing(pgp),
      asBlanks(encrypted),
      asNothing(encrypted),
      asBlanks(ssh2),
      asNothing(publicKey).replace('A', ''),
      asNothing(publicKey).replace('A', '*'),
      `${asBlanks(publicKey)} ${base64(64)} ${asBlanks(publicKey)}`,
      '-----BEGIN X-----abcd-----END Y-----',
      `-----BEGIN X----- ${base64(640)} abcd -----END X-----`,
    ])
      assert.equal(withRestoredLineBreaks(lost), undefined, lost.slice(0, 60));
  });

  it('is found in very long values', () => {
    for (const value of ['-----BEGIN X-----'.repeat(50_000), `-----BEGIN X-----${' '.repeat(1_000_000)}!`])
      assert.ok(!hasLostLineBreaks(value));
  });
});
