/** What a source gave: a value, why there is none, or the text that was left in it. Nothing if the user went back. */
export type ValueSourceResult =
  SourceValue | { readonly problem: string } | { readonly left: string } | undefined;

export interface SourceValue {
  readonly value: string;
  /** What it is and where it came from: "From id_rsa". */
  readonly origin: string;
  /** Nobody has seen it yet, so the user might want it on the clipboard. */
  readonly isGenerated?: boolean;
}
