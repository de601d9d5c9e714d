import type { OffsetRange } from './textLines';

/** Replaces a part of a text. Offsets are those of the text before all edits, in UTF-16 code units. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly newText: string;
}

/** What it takes to declare a secret in the text of a devcontainer.json. */
export type DeclarationEdits =
  /** In the order of the text, and apart from each other. */
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** The name stands in the file, perhaps in another case. */
  | { readonly kind: 'declared'; readonly name: string; readonly range: OffsetRange }
  /** The file has a syntax error, is too long, is not an object, or its `secrets` is not an object. */
  | { readonly kind: 'uneditable' };

/** Finds what it takes to declare a secret of a name, with a description. */
export type EditDeclarations = (text: string, name: string, description: string) => DeclarationEdits;
