import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A server's key and certificate. */
export interface Certificate {
  key: string;
  cert: string;
  /** What Chromium calls its fingerprint: SHA-256 of the public key, in Base64. */
  fingerprint: string;
}

const ecdsaWithSha256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
const commonName = Buffer.from('0603550403', 'hex');
const subjectAltName = Buffer.from('0603551d11', 'hex');

/** A certificate that signs itself, for a few days. Node makes keys but no certificates, hence the bytes. */
export function selfSigned(hosts: string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from(hosts[0] ?? 'localhost')))));
  const names = der(0x30, ...hosts.map(host => der(0x82, Buffer.from(host))));
  const day = 24 * 60 * 60 * 1000;
  const content = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])), // serial number
    ecdsaWithSha256,
    name,
    der(0x30, time(Date.now() - day), time(Date.now() + 7 * day)),
    name,
    spki,
    der(0xa3, der(0x30, der(0x30, subjectAltName, der(0x04, names)))),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const whole = der(0x30, content, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}

/** One value in ASN.1's distinguished encoding: tag, length, content. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function time(milliseconds: number): Buffer {
  return der(
    0x17,
    Buffer.from(`${new Date(milliseconds).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`),
  );
}
