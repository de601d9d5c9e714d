import { benchAccess } from './access';
import { benchActivation } from './activation';
import { benchRequests } from './requests';

async function main(): Promise<void> {
  await benchRequests();
  await benchActivation();
  await benchAccess();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
