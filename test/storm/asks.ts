import type { AccountName } from './sequence';
import type { AccessState } from './history';

/** A write that GitHub carried out. */
export interface Write {
  /** The moment at which it did. */
  readonly at: number;
  readonly isNew: boolean;
  /** What the secret was before, as far as the flow could know. */
  readonly before: readonly (AccessState | undefined)[];
  readonly after: AccessState | undefined;
}

/** One thing that a flow was asked to do to one secret, and what came of it. */
export interface Ask {
  readonly kind: 'create' | 'rotate' | 'visibility' | 'add' | 'remove' | 'selection' | 'delete';
  /** Its title. */
  readonly secret: string;
  /** Who is to be able to use it: of `create` and `visibility`. */
  readonly access?: AccessState;
  /** Of `add` and `remove`. */
  readonly repository?: number;
  /** Of `selection`: the ids of the repositories that are added and removed. */
  readonly added?: ReadonlySet<number>;
  readonly removed?: ReadonlySet<number>;
  /** What it takes back. */
  readonly undoes?: Ask;
  /** The value that the user gave for it. */
  value?: string;
  /** What GitHub carried out of it, all in all and since the last report. */
  readonly writes: Write[];
  readonly unreported: Write[];
}

/** One of the user's flows as it runs. It belongs to one account from its beginning. */
export interface RunningFlow {
  readonly title: string;
  readonly account: AccountName;
  readonly asks: Ask[];
}

/** What a flow says of one thing that it was asked to do. */
export type Report =
  /** `isNew`: that it created the secret; `false`: that it replaced or rotated it. */
  | { readonly kind: 'done'; readonly isNew?: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'notDone'; readonly why: string };

export function askWords({ kind, secret, repository, undoes }: Ask): string {
  const what = `${kind} ${secret}${repository === undefined ? '' : ` / ${repository}`}`;
  return undoes ? `undo by ${what}` : what;
}

/** What is wrong with a report; nothing where it is true. */
export function wrongReport(ask: Ask, report: Report): string | undefined {
  const writes = ask.unreported.splice(0);
  const last = writes.at(-1);
  switch (report.kind) {
    case 'done':
      if (!last) return `"${askWords(ask)}" is reported as done, and GitHub did nothing`;
      if (report.isNew === undefined || report.isNew === last.isNew) return undefined;
      return `"${askWords(ask)}" is reported as ${report.isNew ? 'a creation' : 'a change'}, which it was not`;
    case 'notDone':
      return last && `"${askWords(ask)}" is reported as not done (${report.why}), and GitHub did it`;
    case 'unknown':
      return undefined;
  }
}
