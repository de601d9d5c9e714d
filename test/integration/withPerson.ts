import { authentication, commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { identityKey } from '../../src/model/identity';
import { codespacesSecret } from '../codespaces';
import { gitHub, settled, signedInAs } from './gitHub';
import { nextOf } from './nextOf';
import { Person, until } from './person';

/**
 * Puts a person before VS Code for the tests of the `describe` that calls this, with limits of their own. What one test did
 * is over before the next.
 */
export function withPerson(take: (person: Person) => void): void {
  withLimitsOfItsOwn();
  let person: Person;
  before(() => {
    person = new Person();
    take(person);
  });
  after(() => person.dispose());
  afterEach(async () => {
    await settled();
    person.beginAnew();
  });
}

/**
 * The same with `hubot` signed in, who then owns `umbrella`, too: for tests of so many requests that GitHub's limits, which
 * are those of an account, would hold up others.
 */
export function withHubot(take: (person: Person) => void): void {
  let person: Person;
  before(async () => {
    person = new Person();
    take(person);
    await signedInAs('hubot', person);
  });
  beforeEach(async () => {
    await gitHub.edit({
      edit: 'setMembership',
      organization: 'umbrella',
      user: 'hubot',
      role: 'admin',
    });
    await commands.executeCommand(ids.refresh);
  });
  after(async () => {
    await signedInAs('octocat', person);
    person.dispose();
  });
  afterEach(async () => {
    await settled();
    person.beginAnew();
  });
}

const npmToken = codespacesSecret('NPM_TOKEN');
/** As GitHub knows the account. */
const octocatId = 583231;

/**
 * Has the tests of the `describe` that calls this begin with all of GitHub's limits, which the extension keeps for each
 * account: others would wait for what they have sent.
 */
export function withLimitsOfItsOwn(): void {
  const signIn = async (id: number): Promise<void> => {
    const changed = nextOf(authentication.onDidChangeSessions);
    await commands.executeCommand('githubSession.signIn', { id });
    await changed;
    await isInUse(String(id));
  };
  // For VS Code and the extension alone: to GitHub the account's token is octocat's. A count would not tell it from those
  // of other files, each of which is a bundle of its own.
  before(() => signIn(Date.now()));
  after(() => signIn(octocatId));
}

/** Waits until the extension uses an account: it then grants a secret to no repository with that account's connection. */
async function isInUse(id: string): Promise<void> {
  const person = new Person();
  const host = 'https://github.com';
  const connectionId = identityKey({ provider: 'github', host, account: { id, label: 'octocat' } });
  const target = { kind: 'grant', secret: npmToken, repositories: [], connectionId };
  await until(async () => {
    person.forget();
    await commands.executeCommand(ids.grantRepositories, target);
    return person.messages.every(({ text }) => !text.includes('account changed')) || undefined;
  });
  person.dispose();
  await gitHub.forgetRequests();
}
