import {
  type CancellationToken,
  type MessageOptions,
  type Progress,
  type ProgressOptions,
  window,
} from 'vscode';
import { plainText } from '../model/plainText';

/*
 * The only place that shows notifications, modal dialogs, progress notifications and what was done. VS Code turns
 * `[text](address)` in notifications and dialogs into links, even into links that run commands. Our messages contain no
 * links, so any link would come from outside: from a file name or from GitHub's own messages.
 */

/** Buttons, with optional options before them. */
type Rest<T extends string> = readonly T[] | readonly [MessageOptions, ...T[]];

/** Informs the user. Returns the button that was chosen. */
export function showInformation<T extends string>(
  message: string,
  ...rest: Rest<T>
): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showInformationMessage(plainText(message), options, ...buttons);
}

/** Warns the user. Returns the button that was chosen. */
export function showWarning<T extends string>(message: string, ...rest: Rest<T>): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showWarningMessage(plainText(message), options, ...buttons);
}

/** Tells the user about an error. Returns the button that was chosen. */
export function showError<T extends string>(message: string, ...rest: Rest<T>): Thenable<T | undefined> {
  const { options, buttons } = partsOf(rest);
  return window.showErrorMessage(plainText(message), options, ...buttons);
}

/** Tells a success, in the status bar. */
export function showDone(message: string): void {
  window.setStatusBarMessage(message, 5000);
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

/** Shows that `task` is running, like `window.withProgress`. */
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
