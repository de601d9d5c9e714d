import assert from 'node:assert/strict';
import { type Alphabet, alphabets, generate, randomBits } from '../../../src/model/generate';

describe('a generated value', () => {
  const patterns: Record<Alphabet, RegExp> = {
    lettersAndDigits: /^[A-Za-z0-9]{100}$/,
    urlSafe: /^[A-Za-z0-9_-]{100}$/,
    hexadecimal: /^[0-9a-f]{100}$/,
    base64: /^[A-Za-z0-9+/]{134}==$/,
  };
  for (const alphabet of alphabets)
    it(`is of the length and the alphabet that were asked for: ${alphabet}`, () => {
      assert.match(generate(alphabet, 100), patterns[alphabet]);
      assert.notEqual(generate(alphabet, 100), generate(alphabet, 100));
    });

  it('has each character about as often as any other', () => {
    const sizes: Record<Alphabet, number> = {
      lettersAndDigits: 62,
      urlSafe: 64,
      hexadecimal: 16,
      base64: 64,
    };
    for (const alphabet of alphabets) {
      const counts = new Map<string, number>();
      // 3072 bytes are 4096 characters of Base64 without padding.
      const length = alphabet === 'base64' ? 3072 : 4096;
      for (let values = 0; values < 150; values++)
        for (const character of generate(alphabet, length))
          counts.set(character, (counts.get(character) ?? 0) + 1);
      assert.equal(counts.size, sizes[alphabet]);
      const mean = (150 * 4096) / counts.size;
      // Six standard deviations; taking bytes modulo 62 would be off by twenty.
      for (const [character, count] of counts)
        assert.ok(
          Math.abs(count - mean) < 6 * Math.sqrt(mean),
          `${character}: ${String(count)} of ${String(mean)}`,
        );
    }
  });

  it('is as hard to guess as it says', () => {
    assert.deepEqual(
      alphabets.map(alphabet => randomBits(alphabet, 32)),
      [190, 192, 128, 256],
    );
  });
});
