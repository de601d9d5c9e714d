import { Uri, type Webview } from 'vscode';

/** The page of an access map: nothing but its style and its script, and a policy that allows no other. */
export function accessMapPage(webview: Webview, extensionUri: Uri): string {
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
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${address('media', 'accessMap.css')}">
</head>
<body>
<script nonce="${nonce}" src="${address('dist', 'webview', 'accessMap.js')}"></script>
</body>
</html>`;
}
