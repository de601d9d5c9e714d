import { type Clock, systemClock } from '../model/clock';
import type { Client } from './client';

/** What values are sealed with for one organization. */
export interface PublicKey {
  /** Standard Base64. */
  readonly key: string;
  readonly key_id: string;
}

/** How long a key is used again, in milliseconds: one that the organization has replaced since is refused by GitHub. */
const lifetime = 60_000;

/**
 * The organizations' public keys, each read once for all values that are sealed in a row.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets#get-an-organization-public-key
 */
export class PublicKeys {
  readonly #client: Client;
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly key: Promise<PublicKey>; readonly until: number }>();

  constructor(client: Client, clock: Clock = systemClock) {
    this.#client = client;
    this.#clock = clock;
  }

  get(organization: string): Promise<PublicKey> {
    const kept = this.#kept.get(organization);
    return kept && kept.until > this.#clock.now() ? kept.key : this.renew(organization);
  }

  /** Reads the key anew. */
  renew(organization: string): Promise<PublicKey> {
    const kept = { key: this.#read(organization), until: this.#clock.now() + lifetime };
    this.#kept.set(organization, kept);
    kept.key.catch(() => {
      if (this.#kept.get(organization) === kept) this.#kept.delete(organization);
    });
    return kept.key;
  }

  async #read(organization: string): Promise<PublicKey> {
    const { data } = await this.#client.request('GET /orgs/{org}/codespaces/secrets/public-key', {
      org: organization,
    });
    return data;
  }
}
