/** What came through a door: a value, why there is none, or what was left there. Nothing where the user turned back. */
export type ValueSourceResult =
  SourceValue | { readonly problem: string } | { readonly left: string } | undefined;

export interface SourceValue {
  readonly value: string;
  /** What it is and where it came from: "From id_rsa". */
  readonly origin: string;
  /** Nobody has seen it yet, so it may be wanted on the clipboard. */
  readonly isGenerated?: boolean;
}
