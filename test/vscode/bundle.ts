import { build } from 'esbuild';
import { rm } from 'node:fs/promises';

/** Bundles modules that run in a Node extension host, each to a `.cjs` of its name in the folder `out`. */
export async function bundleForHost(entryPoints: string[], out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
