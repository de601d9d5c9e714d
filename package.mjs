// Builds the extension and packages it, with the addresses of the repository where a hosted workflow knows them.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createPackage } from './vsix.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
try {
  execFileSync(process.execPath, ['esbuild.mjs', '--sizes'], { cwd: root, stdio: 'inherit' });
  await createPackage(`${root}codespaces-org-secrets.vsix`, process.env);
} catch (error) {
  // The build has said itself why it failed.
  if (error.status === undefined) console.error(error.message);
  process.exitCode = 1;
}
