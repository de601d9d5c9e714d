import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { FailedSearch } from '../../cache/sameName';
import { appIcon } from '../../labels/apps';
import { rotateEverywhereLabels as labels } from '../../labels/rotateEverywhere';
import type { ListedSecret } from '../../model/access';
import { type SecretId, secretIdOf, secretKey } from '../../model/secret';
import { ownerName, type StoreId } from '../../model/secretStore';
import { ask, type Answer, type Position } from './steps';

/** A secret, and what is known of it. */
type Place = SecretId & { readonly secret: ListedSecret['secret'] | undefined };

/** The secrets of one name, and which of them are checked. */
export interface PlacesQuestion {
  /** The secret that the rotation started from. It comes first, and is checked at first. */
  readonly start: Place;
  readonly others: readonly ListedSecret[];
  readonly failed: readonly FailedSearch[];
  /** The stores that are still being searched: this question does not show what is found there. */
  readonly pending: readonly StoreId[];
  /** The keys of the secrets that were checked before. */
  readonly checked: ReadonlySet<string>;
  /** Called each time with the secrets that are checked. */
  readonly onCheck: (secrets: readonly SecretId[]) => void;
}

interface PlaceItem extends QuickPickItem {
  readonly secret: SecretId;
}

/** Asks in which apps and organizations a value is rotated. Gives the keys of the secrets: at least one. */
export function askPlaces(
  position: Position,
  { start, others, failed, pending, checked, onCheck }: PlacesQuestion,
): Promise<Answer<ReadonlySet<string>>> {
  const input = window.createQuickPick<PlaceItem>();
  const login = ownerName(start.owner);
  input.canSelectMany = true;
  const question =
    failed.length > 0 ? labels.questionWithout(failed.map(({ store }) => store)) : labels.question();
  input.placeholder = pending.length > 0 ? labels.questionTooEarly(question, pending) : question;
  input.items = [start, ...others].map(toItem);
  input.selectedItems = input.items.filter(({ secret }) => checked.has(secretKey(secret)));
  input.onDidChangeSelection(items => onCheck(items.map(({ secret }) => secret)));
  const keys = (): { value: ReadonlySet<string> } => ({
    value: new Set(input.selectedItems.map(({ secret }) => secretKey(secret))),
  });
  const selectAll = { iconPath: new ThemeIcon('check-all'), tooltip: labels.selectAll(login) };
  const buttons = new Map([
    [
      selectAll,
      () => {
        const isChosen = ({ secret }: PlaceItem): boolean =>
          ownerName(secret.owner) === login || input.selectedItems.some(it => it.secret === secret);
        input.selectedItems = input.items.filter(isChosen);
        return Promise.resolve(undefined);
      },
    ],
  ]);
  const accept = (): { value: ReadonlySet<string> } | undefined =>
    input.selectedItems.length > 0 ? keys() : undefined;
  return ask(input, position, accept, keys, buttons);
}

function toItem(place: Place): PlaceItem {
  const { secret } = place;
  const id = secretIdOf(place);
  return {
    secret: id,
    label: labels.place(id),
    ...(secret && { description: labels.details(secret) }),
    iconPath: new ThemeIcon(appIcon(id.app)),
  };
}
