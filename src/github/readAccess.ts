import { Failure } from '../model/failure';
import type { SecretAccess } from '../model/access';
import { byName, type Repository } from '../model/repository';
import { type Secret, secretKey, type SecretId, type Visibility } from '../model/secret';
import { type Pass, readPass, type ReadPage } from './pages';
import { type Answer, hidesItems } from './reader';

/** How the parts of a secret's access are read. */
export interface AccessParts {
  readonly secret: (reference: SecretId) => Promise<Answer<Secret>>;
  readonly selection: (reference: SecretId) => ReadPage<Repository>;
}

/** A secret and the pages of its selection, each read once. */
interface AccessPass {
  readonly secret: Answer<Secret>;
  readonly selection: Pass<Repository>;
}

/** How often access is read that changes each time, before it is given up. */
const patience = 6;

/**
 * Reads who can use a secret at one moment. Pages are read one after another and a list can move between them, so
 * everything is asked for again, side by side and with `If-None-Match`, until nothing has changed since the last time.
 * What was read before is the first time, so that access which nobody touched costs one round trip.
 */
export class AccessReader {
  readonly #parts: AccessParts;
  readonly #known = new Map<string, AccessPass>();

  constructor(parts: AccessParts) {
    this.#parts = parts;
  }

  /** Rejects with a `listMoving` failure where the access changes each time it is read, unless it is listed only in part. */
  async read(reference: SecretId): Promise<SecretAccess> {
    const key = secretKey(reference);
    for (let times = 0; times < patience; times += 1) {
      const before = this.#known.get(key);
      const now = await this.#pass(reference, before);
      if (!now.selection) return { visibility: now.visibility, selection: [] };
      const { secret, selection } = now;
      this.#known.set(key, { secret, selection });
      // Nobody writes it back, so it does not matter whether it has moved.
      if (lacksItems(selection)) return { ...selectedFor(selection), isPartial: true };
      if (before && isSame(before, { secret, selection })) return selectedFor(selection);
    }
    throw new Failure({ kind: 'listMoving' });
  }

  /** The selection is missing unless the visibility is `selected`: then a single answer says everything. */
  async #pass(
    reference: SecretId,
    before: AccessPass | undefined,
  ): Promise<
    | { readonly secret: Answer<Secret>; readonly selection: Pass<Repository> }
    | { readonly visibility: Visibility; readonly selection: undefined }
  > {
    const readSelection = (): Promise<Pass<Repository>> =>
      readPass(this.#parts.selection(reference), { pageCount: before?.selection.answers.length ?? 1 });
    const early = before && readSelection();
    // Where the secret cannot be read, its selection does not matter.
    early?.catch(() => undefined);
    const secret = await this.#parts.secret(reference);
    const { visibility = 'selected' } = secret.value;
    if (visibility !== 'selected') return { visibility, selection: undefined };
    return { secret, selection: await (early ?? readSelection()) };
  }
}

function selectedFor({ items }: Pass<Repository>): SecretAccess {
  return { visibility: 'selected', selection: [...items].sort(byName) };
}

/**
 * Whether a list leaves repositories out: it is short, and GitHub documents no further pages for it; or single sign-on
 * hides some. Written back, what is missing would lose access.
 */
export function lacksItems({ answers, isWhole }: Pass<Repository>): boolean {
  return answers.some(({ value, headers }) => (value.isUnpaged === true && !isWhole) || hidesItems(headers));
}

function isSame(before: AccessPass, now: AccessPass): boolean {
  return (
    before.secret === now.secret &&
    before.selection.answers.length === now.selection.answers.length &&
    before.selection.answers.every((answer, index) => answer === now.selection.answers[index])
  );
}
