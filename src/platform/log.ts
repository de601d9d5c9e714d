import { type LogOutputChannel, window } from 'vscode';

/** The extension's log. It gets methods, paths and statuses of requests; never a header, a body or a value. */
export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Codespaces Org Secrets', { log: true });
}
