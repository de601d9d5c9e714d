const gitHub = 'https://api.github.com';

/** Leads what this process asks of GitHub's API to another address. */
export function leadGitHubTo(fakeGitHub: string): { dispose(): void } {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== gitHub) return original(input, init);
    const led = fakeGitHub + url.slice(gitHub.length);
    return original(input instanceof Request ? new Request(led, input) : led, init);
  };
  return {
    dispose: () => {
      globalThis.fetch = original;
    },
  };
}
