import { benchAccess } from './access';
import { benchActivation } from './activation';
import { benchMap } from './map';
import { benchRequests } from './requests';
import { benchValues } from './values';

async function main(): Promise<void> {
  await benchRequests();
  await benchActivation();
  await benchAccess();
  await benchMap();
  await benchValues();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
