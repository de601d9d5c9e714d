import { env } from 'vscode';

/** A number as VS Code's display language writes it: "3,000". */
export function number(value: number): string {
  return new Intl.NumberFormat(env.language).format(value);
}
