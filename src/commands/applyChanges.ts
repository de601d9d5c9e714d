import { l10n, window } from 'vscode';
import { isFailure, isUncertain } from '../model/failure';
import { type Change, changesBetween, isLarge, summarize, type Summary } from '../model/plan';
import { type Reach, sameReach } from '../model/reach';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { type Account, itemCount } from '../model/series';
import { carryOut } from '../ui/carryOut';
import { attempt } from '../ui/failures';
import { confirmPlan, effectSentence, names } from '../ui/planDialog';
import { guarded } from './boundary';
import type { Product } from './product';

/** Makes the call of one change. */
type Apply = (change: Change) => Promise<void>;

/**
 * Carries out a plan: shows it first where it is large, makes its calls one by one, tells what was and was not done,
 * and offers to undo it. Says whether anything was changed.
 * @param apply makes a call in a way of the command's own
 */
export async function applyChanges(
  product: Product,
  changes: readonly Change[],
  apply: Apply = change => product.store.apply(change),
): Promise<boolean> {
  if (changes.length === 0) return false;
  const plan = await attempt(l10n.t('Nothing was changed.'), () => planOf(product, changes));
  if (isLarge(plan.value.summary) && !(await confirmPlan(plan.value.summary))) return false;
  const done = await makeCalls(product, changes, apply);
  if (done.length > 0)
    void guarded(product.log, () => offerUndo(product, summaryOf(plan.value, done), apply));
  return done.length > 0;
}

/** What a plan starts from. */
interface Plan {
  readonly reaches: ReadonlyMap<string, Reach>;
  readonly repositories: readonly Repository[];
  readonly summary: Summary;
}

const key = ({ organization, name }: SecretReference): string => `${organization}/${name}`;

/** The secrets that changes are about, each once. */
function secretsOf(changes: readonly Change[]): SecretReference[] {
  return [...new Map(changes.map(({ secret }) => [key(secret), secret])).values()];
}

/** Reads who receives the secrets now; all repositories only where a visibility changes, for then they are counted. */
async function planOf({ store }: Product, changes: readonly Change[]): Promise<Plan> {
  const entries = await Promise.all(
    secretsOf(changes).map(async secret => [key(secret), await store.currentReach(secret)] as const),
  );
  const reaches = new Map(entries);
  const organizations = new Set(
    changes.filter(({ kind }) => kind === 'visibility').map(({ secret }) => secret.organization),
  );
  const lists = await Promise.all([...organizations].map(organization => store.repositories(organization)));
  const repositories = lists.flat();
  return { reaches, repositories, summary: summarize(changes, reachIn(reaches), repositories) };
}

function reachIn(reaches: ReadonlyMap<string, Reach>): (secret: SecretReference) => Reach {
  return secret => reaches.get(key(secret)) ?? { visibility: 'selected', selection: [] };
}

function summaryOf({ reaches, repositories }: Plan, done: readonly Change[]): Summary {
  return summarize(done, reachIn(reaches), repositories);
}

/** Makes the calls, as often as the user wants the failed ones tried again. Gives those that GitHub confirmed. */
function makeCalls({ store }: Product, changes: readonly Change[], apply: Apply): Promise<Change[]> {
  return carryOut(changes, {
    title: l10n.t('Changing who receives {0}', names(secretsOf(changes))),
    work: apply,
    // A change of visibility brings its secret up to date by itself.
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret => store.settleAccess(secret)),
      ),
    words: { done: doneWords, name: changeName },
  });
}

/** How many changes were made; of a single one, that it was not, or that nobody knows. */
function doneWords(account: Account<Change>): string {
  const { done, failed, broken } = account;
  const all = itemCount(account);
  if (all > 1) return l10n.t('{0} of {1} changes were made.', done.length, all);
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? l10n.t('The change may not have been made.')
    : l10n.t('The change was not made.');
}

function changeName(change: Change): string {
  return change.kind === 'visibility'
    ? change.secret.name
    : `${change.secret.name} / ${change.repository.name}`;
}

/** Tells what was done, and undoes it where the user wants that. */
async function offerUndo(product: Product, summary: Summary, apply: Apply): Promise<void> {
  const undo = l10n.t('Undo');
  if ((await window.showInformationMessage(summary.effects.map(effectSentence).join(' '), undo)) !== undo)
    return;
  const read = await attempt(l10n.t('Nothing was undone.'), () =>
    Promise.all(
      summary.effects.map(async effect => ({ effect, now: await reachNow(product, effect.secret) })),
    ),
  );
  const [unchanged, changedSince] = [true, false].map(isSame =>
    read.value.filter(({ effect, now }) => (now !== undefined && sameReach(now, effect.after)) === isSame),
  );
  if (changedSince?.length) {
    const sentence = l10n.t(
      '{0} changed again since, so nothing was undone there.',
      names(changedSince.map(({ effect }) => effect.secret)),
    );
    void window.showWarningMessage(sentence);
  }
  const back = (unchanged ?? []).flatMap(({ effect }) =>
    changesBetween(effect.secret, effect.after, effect.before),
  );
  await makeCalls(product, back, apply);
}

/** Who receives a secret now; nothing where it is gone. */
async function reachNow({ store }: Product, secret: SecretReference): Promise<Reach | undefined> {
  try {
    return await store.currentReach(secret);
  } catch (error) {
    if (isFailure(error, 'notFound')) return undefined;
    throw error;
  }
}
