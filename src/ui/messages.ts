import {
  type CancellationToken,
  type MessageOptions,
  type Progress,
  type ProgressOptions,
  window,
} from 'vscode';
import { plainText } from '../model/plainText';

/*
 * The only way to a notification, a modal dialog and a notification of progress. VS Code makes links of `[text](address)`
 * there, also links that run a command. Our own messages have none, so each would come from outside: from the name of a
 * file, or from GitHub's words.
 */

/** Buttons, and before them options where there are some. */
type Rest<T extends string> = readonly T[] | readonly [MessageOptions, ...T[]];

/** Informs the user. Gives the button that was chosen. */
export function showInformation<T extends string>(
  message: string,
  ...rest: Rest<T>
): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showInformationMessage(plainText(message), options, ...buttons);
}

/** Warns the user. Gives the button that was chosen. */
export function showWarning<T extends string>(message: string, ...rest: Rest<T>): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showWarningMessage(plainText(message), options, ...buttons);
}

/** Tells the user of an error. Gives the button that was chosen. */
export function showError<T extends string>(message: string, ...rest: Rest<T>): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showErrorMessage(plainText(message), options, ...buttons);
}

function partsOf<T extends string>(rest: Rest<T>): { options: MessageOptions; buttons: readonly T[] } {
  if (!hasOptions(rest)) return { options: {}, buttons: rest };
  const [{ detail, ...options }, ...buttons] = rest;
  return { options: { ...options, ...(detail !== undefined && { detail: plainText(detail) }) }, buttons };
}

function hasOptions<T extends string>(rest: Rest<T>): rest is readonly [MessageOptions, ...T[]] {
  return typeof rest[0] === 'object';
}

type Step = Parameters<Progress<{ message?: string; increment?: number }>['report']>[0];

/** Shows that `task` is under way, as `window.withProgress` does. */
export function withProgress<T>(
  { title, ...options }: ProgressOptions,
  task: (progress: Progress<Step>, token: CancellationToken) => Thenable<T>,
): Thenable<T> {
  return window.withProgress(
    { ...options, ...(title !== undefined && { title: plainText(title) }) },
    (progress, token) =>
      task(
        {
          report: ({ message, ...step }) =>
            progress.report({ ...step, ...(message !== undefined && { message: plainText(message) }) }),
        },
        token,
      ),
  );
}
