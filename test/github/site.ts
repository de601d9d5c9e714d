import { applyEdit } from './edits';
import type { GitHubState, Reply } from './gitHub';
import type { Incoming } from './incoming';

/** The pages for a person's browser: what this server is, and the single sign-on. Undefined for anything else. */
export function answerPage(state: GitHubState, incoming: Incoming): Reply | undefined {
  const organization = /^\/orgs\/([^/]+)\/sso$/.exec(incoming.path)?.[1];
  if (incoming.method !== 'GET') return undefined;
  if (organization !== undefined)
    return signOn(state, incoming.query.get('authorization_request') ?? '', organization);
  if (incoming.headers['accept']?.includes('text/html'))
    return incoming.path === '/' ? page(200, 'A simulated GitHub', welcome) : missing;
  return incoming.path === '/favicon.ico' ? missing : undefined;
}

const welcome = `<p>This server answers as GitHub's REST API does, for the organization secrets of Codespaces, Actions,
Dependabot and agents, for the Codespaces secrets of repositories and users, and for what is needed around them. It keeps everything in memory: what is changed here is gone
when it ends.</p>
<p>It serves both <code>/</code> and <code>/api/v3</code>, so that VS Code and <code>gh</code> can be pointed at it.</p>`;

const missing = page(
  404,
  'Not here',
  '<p>The simulated GitHub has no such page. On GitHub it would be there.</p>',
);

/** Authorises the token whose request led here, as the click on GitHub's own page does. */
function signOn(state: GitHubState, id: string, login: string): Reply {
  const request = state.ssoRequests.get(id);
  if (request?.organization.toLowerCase() !== login.toLowerCase() || request.until < state.now()) {
    const text = '<p>This address is out of date: it lives for an hour. Go back and ask for a new one.</p>';
    return page(404, 'Single sign-on', text);
  }
  const { token, organization } = request;
  applyEdit(state.fixture, { edit: 'authorizeToken', token, organization }, state.now());
  return page(200, `${organization} authorised`, '<p>You can go back to VS Code and refresh.</p>');
}

/** `body` is HTML; `title` is text. */
function page(status: number, title: string, body: string): Reply {
  const text = title.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
  main { max-width: 36rem; margin: 20vh auto 0; padding: 0 1.5rem; }
</style>
<main><h1>${text}</h1>
${body}</main>
</html>
`,
  };
}
