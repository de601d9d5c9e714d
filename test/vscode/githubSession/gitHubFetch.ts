const gitHub = 'https://api.github.com';

/** Leads what this process asks of GitHub's API to another address. */
export function leadGitHubTo(fakeGitHub: string): { dispose(): void } {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== gitHub) return original(input, init);
    const led = fakeGitHub + url.slice(gitHub.length);
    const answer = await original(input instanceof Request ? new Request(led, input) : led, init);
    // A redirect that was followed has stayed with GitHub.
    return answer.redirected
      ? Object.defineProperty(new Response(answer.body, answer), 'url', { value: url })
      : answer;
  };
  return {
    dispose: () => {
      globalThis.fetch = original;
    },
  };
}
