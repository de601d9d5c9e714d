import sodium from 'libsodium-wrappers';
import type { SecretApp } from '../../github/fixture';
import { testToken } from '../../github/fixtures';

/** What a test looks at in a response. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  /** The body read as JSON, or undefined where there is none. */
  readonly body: unknown;
}

/** What goes along with a request; the test fixture's token unless another is given. */
export interface Sent {
  readonly body?: unknown;
  /** The body as it is, in place of `body`. */
  readonly text?: string;
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
  /** The simulated GitHub's own, where there is no server. */
  readonly fetch?: typeof fetch;
}

/** Sends one request to a simulated GitHub's address. */
export async function send(url: string, method: string, path: string, sent: Sent = {}): Promise<Received> {
  const token = sent.token === undefined ? testToken : sent.token;
  const text = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const response = await (sent.fetch ?? fetch)(url + path, {
    method,
    headers: {
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(text !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
      ...sent.headers,
    },
    ...(text !== undefined && { body: text }),
  });
  const received = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: received === '' ? undefined : (JSON.parse(received) as unknown),
  };
}

/** The message of an error's body. */
export function messageOf({ body }: Received): string {
  return (body as { message: string }).message;
}

/** Fetches an organization's key for an app, and seals a value with libsodium, as a client does. */
export async function sealedFor(
  url: string,
  organization: string,
  value: string | Uint8Array,
  fetch?: Sent['fetch'],
  app: SecretApp = 'codespaces',
) {
  return sealedAt(url, `/orgs/${organization}/${app}/secrets`, value, { ...(fetch && { fetch }) });
}

/** The same for the secrets at a path, as `/user/codespaces/secrets`. */
export async function sealedAt(url: string, secrets: string, value: string | Uint8Array, sent?: Sent) {
  await sodium.ready;
  const { body } = await send(url, 'GET', `${secrets}/public-key`, sent);
  const { key, key_id } = body as { key: string; key_id: string };
  const box = sodium.crypto_box_seal(value, sodium.from_base64(key, sodium.base64_variants.ORIGINAL));
  return { encrypted_value: sodium.to_base64(box, sodium.base64_variants.ORIGINAL), key_id };
}
