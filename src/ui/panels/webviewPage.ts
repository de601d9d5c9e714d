import { env, Uri, type WebviewPanel } from 'vscode';

/** The extension's webviews, each with a style sheet in `media` and a script in `dist/webview`. */
export type WebviewName = 'accessMap' | 'valueEditor';

/** Where a webview's page can load files from. */
export function webviewRoots(extensionUri: Uri): Uri[] {
  return ['dist', 'media'].map(folder => Uri.joinPath(extensionUri, folder));
}

/** The page of a webview: only its style sheet and its script, and a policy that allows no others. */
export function webviewPage(name: WebviewName, { title, webview }: WebviewPanel, extensionUri: Uri): string {
  const address = (...path: string[]): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${address('media', `${name}.css`)}">
</head>
<body>
<script nonce="${nonce}" src="${address('dist', 'webview', `${name}.js`)}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
