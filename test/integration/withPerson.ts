import { authentication, commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, settled, signedInAs } from './gitHub';
import { sessionsAreQuiet } from './otherOwners';
import { nextOf, Person } from './person';

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
    person.forget();
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
    person.forget();
  });
}

/** Tells an account from those of other tests, for VS Code and the extension alone: to GitHub its token is octocat's. */
let lastId = 900_000;

/**
 * Has the tests of the `describe` that calls this begin with all of GitHub's limits, which the extension keeps for each
 * account: others would wait for what they have sent.
 */
export function withLimitsOfItsOwn(): void {
  const signIn = async (account: object): Promise<void> => {
    const changed = nextOf(authentication.onDidChangeSessions);
    await commands.executeCommand('githubSession.signIn', account);
    await changed;
    await sessionsAreQuiet();
  };
  before(() => signIn({ id: ++lastId }));
  after(() => signIn({}));
}
