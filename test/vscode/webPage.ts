import type { Account } from './account';
import { storedSessions } from './account';
import { extensionId } from './manifest';
import { quietSettings, type Settings } from './settings';
import type { Seed } from './webStart';

/** The colour themes that a window can be opened in. */
export type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** What a window finds when it opens. */
export interface PageOptions {
  /** The sessions that there are, one for each set of scopes of an account; the first is the one VS Code prefers. Default: none. */
  accounts?: Account[];
  /** The enterprise host that the accounts belong to, e.g. `http://localhost:8080`. Default: github.com. */
  enterprise?: string;
  /** Whether the extension may use the accounts without asking. Default: true. */
  trusted?: boolean;
  /** The user's settings. */
  settings?: Settings;
  theme?: Theme;
  /** The address of the folder that is open. Default: none. */
  folder?: string;
  /** Whether VS Code does not trust the folder. Only a folder of `vscode-vfs` or on a disk can be restricted. Default: false. */
  isRestricted?: boolean;
  /** Ids of views that are open at the start. */
  views?: string[];
  /** Addresses of files that are open at the start. */
  files?: string[];
  /** The address paths of more extensions. Default: none. */
  extensions?: string[];
  /** The address path of a test module that the extension host runs, e.g. `/tests/index.js`. */
  tests?: string;
}

/** The ids of the themes, as they stand in the setting `workbench.colorTheme`. */
export const themes: Record<Theme, string> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
};

/** What VS Code shows until it has loaded the theme. */
const themeTypes: Record<Theme, string> = {
  light: 'light',
  dark: 'dark',
  highContrast: 'hcDark',
  highContrastLight: 'hcLight',
};

/** The HTML page of a VS Code for the web that is served at `localhost:port`. */
export function webPage(port: number, options: PageOptions): string {
  const {
    accounts = [],
    enterprise,
    trusted = true,
    theme = 'dark',
    views = [],
    files = [],
    tests,
    folder,
    isRestricted = false,
    extensions = [],
  } = options;
  const authority = `localhost:${port}`;
  const served = (path: string) => ({ scheme: 'http', authority, path });
  const workbench = {
    productConfiguration: {
      nameShort: 'Code - OSS',
      nameLong: 'Code - OSS',
      applicationName: 'code-oss',
      dataFolderName: '.vscode-oss',
      // The web extension host needs these three.
      webEndpointUrlTemplate: `http://${authority}`,
      quality: 'stable',
      commit: '0'.repeat(40),
      // A webview insists on a host name of its own; browsers resolve every name below localhost to this machine.
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/out/vs/workbench/contrib/webview/browser/pre/`,
      // As in Microsoft's own: these open without a question.
      linkProtectionTrustedDomains: ['https://*.github.com'],
      trustedExtensionAuthAccess: trusted
        ? { github: [extensionId], 'github-enterprise': [extensionId] }
        : {},
    },
    // An extension under development is named in the window's title; a built-in one looks as an installed one does.
    ...(tests
      ? { developmentOptions: { extensions: [served('/extension')], extensionTestsPath: served(tests) } }
      : { additionalBuiltinExtensions: ['/extension', ...extensions].map(served) }),
    enableWorkspaceTrust: isRestricted,
    initialColorTheme: { themeType: themeTypes[theme] },
    configurationDefaults: { ...quietSettings, 'workbench.colorTheme': themes[theme] },
    ...(views.length + files.length > 0 && {
      defaultLayout: {
        views: views.map(id => ({ id })),
        editors: files.map(address => ({ uri: uriOf(address) })),
      },
    }),
  };
  const settings = {
    ...(enterprise && {
      'github-enterprise.uri': enterprise,
      'codespacesOrgSecrets.authenticationProvider': 'github-enterprise',
    }),
    // It opens restricted, without asking.
    ...(isRestricted && {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    }),
    ...options.settings,
  };
  const secrets = storedSessions(enterprise ? new URL(enterprise).host : 'github.com', accounts);
  return page({ workbench, settings, secrets, isRestricted, ...(folder !== undefined && { folder }) });
}

/** The parts of an address, as VS Code has them. */
function uriOf(address: string): { scheme: string; authority: string; path: string } {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.slice(0, -1), authority: host, path: decodeURIComponent(pathname) };
}

function page(seed: Seed): string {
  // Inside a script element, `</script>` in a value would end it.
  const json = JSON.stringify(seed).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>Code - OSS</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/out/vs/workbench/workbench.web.main.internal.css">
</head>
<body></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/out/';</script>
<script type="module" src="/out/nls.messages.js"></script>
<script type="module">
import { openWorkbench } from '/start.js';
await openWorkbench(${json});
</script>
</html>`;
}
