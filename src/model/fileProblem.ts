/** Why a file was not read. */
export type FileProblem =
  | { readonly problem: 'folder' }
  /** Both in bytes. */
  | { readonly problem: 'tooLarge'; readonly size: number; readonly limit: number }
  | { readonly problem: 'missing' }
  | { readonly problem: 'forbidden' }
  | { readonly problem: 'unreadable' };
