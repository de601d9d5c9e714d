export declare const folders: Readonly<
  Record<string, { readonly holds: string; readonly imports: readonly string[]; readonly vscode: boolean }>
>;
