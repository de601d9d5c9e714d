import type { OffsetRange } from '../model/textLines';
import type { DeclaredSecret, DeclaredSecrets } from './declaredSecrets';
import { entryProperties, type EntryPropertyName } from './entryProblems';
import { keyAt } from './keyAt';
import { maxLength } from '../model/declarationsCheck';

/** The declared secret on whose name an offset is, from its first quotation mark to its last. */
export function declaredSecretAt({ secrets }: DeclaredSecrets, offset: number): DeclaredSecret | undefined {
  return secrets.find(({ nameRange: { start, end } }) => start <= offset && offset < end);
}

/** A name that can be completed. */
interface Completion {
  /** What to replace, with the quotation marks as far as they are typed. Empty where nothing is typed. */
  readonly range: OffsetRange;
  /** Whether a colon follows, so that a completion replaces only the name. */
  readonly hasValue: boolean;
  /** Whether a comma must follow what is inserted, because another entry does. */
  readonly needsComma: boolean;
  /** Where a comma is missing before the name, behind the entry above it. */
  readonly missingComma?: number;
}

/** What can be completed in `secrets`. */
export type DeclarationCompletion =
  /** `declared` are the names of the other entries, as they are written. */
  | (Completion & { readonly kind: 'name'; readonly declared: readonly string[] })
  /** In the entry of `secret`: `missing` are the properties that it can have and does not. */
  | (Completion & {
      readonly kind: 'property';
      readonly secret: string;
      readonly missing: readonly EntryPropertyName[];
    });

/**
 * What can be completed at an offset: a name in `secrets` at the top level, or a property of one of its entries. Nothing
 * elsewhere, in comments and in texts that are too long. It reads also what is broken, as a file is while it is typed.
 */
export function completionAt(text: string, offset: number): DeclarationCompletion | undefined {
  if (text.length > maxLength) return undefined;
  const key = keyAt(text, offset);
  const [top, secret, ...deeper] = key?.path ?? [];
  if (!key || top !== 'secrets' || deeper.length > 0) return undefined;
  const { range, hasValue, needsComma, missingComma, others } = key;
  const completion = { range, hasValue, needsComma, ...(missingComma !== undefined && { missingComma }) };
  if (secret === undefined) return { ...completion, kind: 'name', declared: others };
  const missing = entryProperties.filter(property => !others.includes(property));
  return { ...completion, kind: 'property', secret, missing };
}
