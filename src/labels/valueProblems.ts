import { l10n } from 'vscode';
import { maxValueBytes, valueBytes, valueProblem } from '../model/secretValue';
import { byteCount } from './counts';

/** Why a value can't be sent; nothing if it can. */
export function valueProblemText(value: string): string | undefined {
  switch (valueProblem(value)) {
    case undefined:
      return undefined;
    case 'empty':
      return l10n.t("Enter a value. GitHub doesn't accept empty secrets.");
    case 'tooLarge':
      return tooLargeText(valueBytes(value));
  }
}

/** Says that a value has too many bytes. */
export function tooLargeText(bytes: number): string {
  return l10n.t('The value has {0}. GitHub accepts at most {1}.', byteCount(bytes), byteCount(maxValueBytes));
}
