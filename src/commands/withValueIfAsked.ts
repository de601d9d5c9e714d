import { l10n } from 'vscode';
import { type Failure, isFailure } from '../model/failure';
import type { Change } from '../model/plan';
import type { SecretReference } from '../model/secret';
import { GivenUp } from '../ui/failures';
import { askSteps, type Step } from '../ui/steps';
import { askValue } from '../ui/value/valueStep';
import type { Product } from './product';
import { kept } from './targets';

/** Makes changes without a value; where GitHub refuses to change a visibility alone, asks for the value and sends both. */
export function withValueIfAsked(product: Product): (change: Change) => Promise<void> {
  const { store } = product;
  return async change => {
    try {
      await store.apply(change);
    } catch (error) {
      if (change.kind !== 'visibility' || !isFailure(error, 'refused')) throw error;
      const value = await ask(product, change.secret, error);
      await store.changeVisibility(change.secret, change.visibility, change.selection, value);
    }
  };
}

/** Asks for the value. Rejects with `GivenUp` where the user leaves. */
async function ask(product: Product, { name }: SecretReference, { reason }: Failure): Promise<string> {
  const message = reason.kind === 'refused' ? reason.message : '';
  const prompt = l10n.t('GitHub wants the value of {0} along with the new visibility ({1})', name, message);
  let value = '';
  const askForValue: Step = position =>
    kept(
      askValue(position, { names: [name], prompt, entered: value }, product),
      entered => (value = entered),
    );
  if (!(await askSteps(l10n.t('Change Visibility of {0}', name), () => [askForValue]))) throw new GivenUp();
  return value;
}
