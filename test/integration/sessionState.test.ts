import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { settings } from '../../src/manifest';
import { Session } from '../../src/platform/session';
import { Settings } from '../../src/platform/settings';
import { until } from './person';
import { held, hostA, ofA, sessionStage, set } from './sessionStage';
import { hubot } from './signedInAs';

describe('the session', () => {
  sessionStage();

  describe('as the extension holds it', () => {
    let own: Settings;
    let session: Session;
    let changes: number;
    beforeEach(async () => {
      own = new Settings();
      session = new Session(own);
      await session.restore();
      changes = 0;
      session.onDidChange(() => (changes += 1));
    });
    afterEach(() => {
      session.dispose();
      own.dispose();
    });
    const is = (token: string | undefined): Promise<true> =>
      until(() => session.current?.token === token || undefined);

    it('is bound to provider, host and account', () => {
      assert.deepEqual(session.current, {
        provider: 'github',
        host: 'https://github.com',
        account: { id: '583231', label: 'octocat' },
        token: 'gho_test',
      });
      assert.equal(session.problem, undefined);
    });

    it('changes once for each real change', async () => {
      await commands.executeCommand('githubSession.add', 'github', hubot);
      await session.restore();
      assert.deepEqual([session.current?.account.label, changes], ['octocat', 0]);
      await commands.executeCommand('githubSession.prefer', 'github', 'hubot');
      await is('gho_hubot');
      await session.restore();
      assert.deepEqual([session.current?.account.label, changes], ['hubot', 1]);
      await commands.executeCommand('githubSession.signIn', { ...hubot, token: 'gho_test' });
      await is('gho_test');
      await session.restore();
      assert.equal(changes, 2);
      await commands.executeCommand('githubSession.signOut');
      await is(undefined);
      await session.restore();
      assert.equal(changes, 3);
    });

    it('does not follow the sessions of the other provider', async () => {
      await commands.executeCommand('githubSession.hold', 'github');
      await set('github-enterprise.uri', hostA);
      await held('github', 1);
      await commands.executeCommand('githubSession.release', 'github');
      await session.restore();
      await commands.executeCommand('githubSession.hold', 'github');
      await commands.executeCommand('githubSession.signIn', ofA, 'github-enterprise');
      await commands.executeCommand('githubSession.signIn', hubot);
      await held('github', 1);
      await commands.executeCommand('githubSession.release', 'github');
      await is('gho_hubot');
      assert.equal(changes, 1);
    });

    it('tells what is wrong with the settings, and changes with it', async () => {
      await set(settings.authenticationProvider, 'github-enterprise');
      await until(() => session.problem);
      assert.deepEqual(
        [session.current, session.problem?.reason, changes],
        [undefined, { kind: 'hostUnset' }, 1],
      );
      await set('github-enterprise.uri', 'http://ghe.acme.com');
      await until(() => session.problem?.reason.kind === 'hostInsecure');
      assert.equal(changes, 2);
      await set(settings.authenticationProvider, undefined);
      await is('gho_test');
      assert.deepEqual([session.problem, changes], [undefined, 3]);
    });

    it('is the newer one of two sign-ins, though the older one ends last', async () => {
      await commands.executeCommand('githubSession.signOut');
      await is(undefined);
      await commands.executeCommand('githubSession.hold', 'github', 'signIns');
      const older = session.signIn(true);
      await held('github', 1);
      await commands.executeCommand('githubSession.onAsked', 'github', hubot);
      const newer = session.signIn(false);
      await held('github', 2);
      await commands.executeCommand('githubSession.release', 'github', true);
      await newer;
      assert.equal(session.current?.token, 'gho_hubot');
      await commands.executeCommand('githubSession.release', 'github');
      await assert.rejects(older, { reason: { kind: 'accountChanged' } });
      assert.equal(session.current.token, 'gho_hubot');
    });

    it('is gone as soon as the settings name another GitHub, though VS Code has not answered', async () => {
      await set('github-enterprise.uri', hostA);
      await commands.executeCommand('githubSession.hold', 'github-enterprise');
      await set(settings.authenticationProvider, 'github-enterprise');
      await is(undefined);
      await held('github-enterprise', 1);
      assert.equal(changes, 1);
    });

    it('stays what it is where the user declines another one', async () => {
      await commands.executeCommand('githubSession.onAsked', 'github', 'refuse');
      await assert.rejects(session.signIn(true), /Cancelled/);
      assert.deepEqual([session.current?.token, changes], ['gho_test', 0]);
    });
  });
});
