import assert from 'node:assert/strict';
import { startStandIn } from '../github/standIn';
import { sentTo, writes } from './support';
import { openWindow, type Window } from './window';

/** Nothing else on the page or the way holds it, nor its Base64, nor a part of it in hexadecimal. */
const canary = 'c4n4ry-7f3b9e21';
const traces = [
  canary,
  Buffer.from(canary).toString('base64').slice(0, -4),
  Buffer.from(canary).toString('hex'),
  encodeURIComponent(canary),
];

/** All that the page and VS Code in it keep: storages, databases, caches, and what can be read on the screen. */
function kept(window: Window): Promise<string> {
  return window.page.evaluate(async () => {
    // Methods, since this text runs in the page, where the helper that names other functions is missing.
    const read = {
      text(value: unknown): string {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
        return typeof value === 'string' ? value : JSON.stringify(value);
      },
      done<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('The database cannot be read'));
        });
      },
    };
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read.done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          read.done(objects.getAllKeys()),
          read.done(objects.getAll()),
        ]);
        found.push(`database ${name} ${store}`, ...keys.concat(values).map(value => read.text(value)));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(request.url);
    }
    found.push(document.body.outerHTML, document.body.innerText);
    return found.join('\n');
  });
}

describe('a value', () => {
  it('appears nowhere but in the sealed box, through create, rotate and every failure of them', async () => {
    const standIn = await startStandIn();
    try {
      const window = await openWindow({ standIn });
      const { input, notifications, secrets } = window;
      await window.openContainer();
      await secrets.row('SENTRY_DSN').waitFor();

      await secrets.clickInline('acme', 'Create Secret...');
      await input.shown('Create Secret (1/3)');
      await input.type('CANARY');
      await input.accept();
      await input.shown('Create Secret (2/3)');
      await input.type(canary);
      await input.accept();
      await input.shown('Create Secret (3/3)');
      await input.pick('All repositories');
      await secrets.row('CANARY').waitFor();
      assert.equal(standIn.value('acme', 'CANARY'), canary);

      for (const [effect, sentence] of [
        [{ kind: 'status', status: 401 }, 'You are signed out of GitHub'],
        [{ kind: 'status', status: 403, headers: { 'X-OAuth-Scopes': 'repo' } }, 'lacks the scope admin:org'],
        [
          { kind: 'status', status: 403, headers: { 'X-GitHub-SSO': `required; url=${standIn.url}/sso` } },
          'requires single sign-on',
        ],
        [{ kind: 'status', status: 404 }, 'It is no longer there'],
        [{ kind: 'status', status: 409 }, 'Somebody changed the secret’s visibility'],
        [{ kind: 'status', status: 422, message: 'Not on a Sunday.' }, 'GitHub refused it: Not on a Sunday.'],
        [{ kind: 'status', status: 500 }, 'GitHub answered with an error (500)'],
        [{ kind: 'drop' }, 'GitHub did not answer'],
      ] as const) {
        const fault = standIn.fault({ ...effect, method: 'PUT', times: 'always' });
        await secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
        await input.shown('Rotate SENTRY_DSN');
        await input.type(canary);
        await input.accept();
        await notifications.shown(sentence);
        fault.end();
        if (effect.kind !== 'drop') await notifications.clear();
      }

      await secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
      await input.shown('Rotate SENTRY_DSN');
      await input.type(canary);
      await input.accept();
      await secrets.described('SENTRY_DSN', /now|second/);
      assert.equal(standIn.value('acme', 'SENTRY_DSN'), canary);

      await secrets.clickMore('Show Log');
      const log = await window.log('PUT /orgs/acme/codespaces/secrets/SENTRY_DSN - 204');
      const sent = standIn.requests.map(request => JSON.stringify(request)).join('\n');
      const everywhere = await kept(window);
      for (const known of ['database vscode-web-db', 'settings.json', 'SENTRY_DSN', 'GitHub did not answer'])
        assert.ok(everywhere.includes(known), `The search does not find ${known}`);
      for (const [place, text] of Object.entries({ log, sent, everywhere }))
        for (const trace of traces) assert.ok(!text.includes(trace), `${trace} stands in ${place}`);
      assert.ok(writes(standIn).length >= 11);
      for (const body of [...sentTo(standIn, 'SENTRY_DSN'), ...sentTo(standIn, 'CANARY')])
        assert.equal(typeof body['encrypted_value'], 'string');
    } finally {
      await standIn.close();
    }
  });
});
