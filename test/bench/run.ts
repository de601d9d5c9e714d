import { benchAccess } from './access';
import { benchActivation } from './activation';
import { benchMap } from './map';
import { benchRequests } from './requests';

async function main(): Promise<void> {
  await benchRequests();
  await benchActivation();
  await benchAccess();
  await benchMap();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
