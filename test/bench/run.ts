import { benchRequests } from './requests';

async function main(): Promise<void> {
  await benchRequests();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
