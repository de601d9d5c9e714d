import { Range, type TextDocument } from 'vscode';
import { secretReference } from '../model/secretReference';

/** How a document refers to a secret: the text for it, and what to replace with that text where this can be told. */
export interface DocumentReference {
  readonly reference: string;
  readonly edit?: { readonly range: Range; readonly text: string };
}

/**
 * How a document refers to a secret in the place of its value, as a codespace finds it in its environment; nothing where
 * the document's language has no known way. Only a whole, plain literal is replaced, with its quotation marks.
 */
export function referenceFor(
  document: TextDocument,
  range: Range,
  name: string,
): DocumentReference | undefined {
  const { languageId, uri } = document;
  const found = secretReference(
    {
      text: document.getText(),
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      languageId,
      fileName: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    },
    name,
  );
  if (!found) return undefined;
  const { reference, replaced } = found;
  if (!replaced) return { reference };
  const place = new Range(document.positionAt(replaced.start), document.positionAt(replaced.end));
  return { reference, edit: { range: place, text: reference } };
}
