import { benchAccess } from './access';
import { benchActivation } from './activation';
import { benchDevcontainer } from './devcontainer';
import { benchKeystrokes } from './keystrokes';
import { benchMap } from './map';
import { benchRequests } from './requests';
import { benchValues } from './values';
import { benchView } from './view';

async function main(): Promise<void> {
  await benchRequests();
  await benchActivation();
  await benchView();
  await benchAccess();
  await benchMap();
  await benchDevcontainer();
  await benchKeystrokes();
  await benchValues();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
