import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub, settled } from './gitHub';
import { Person } from './person';
import { hubot, octocatAccount, signedInAs, type TestAccount } from './signedInAs';

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
    await signedInAs(hubot, person);
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
    await signedInAs(octocatAccount, person);
    person.dispose();
  });
  afterEach(async () => {
    await settled();
    person.beginAnew();
  });
}

/**
 * Has the tests of the `describe` that calls this begin with all of GitHub's limits, which the extension keeps for each
 * account: others would wait for what they have sent.
 */
export function withLimitsOfItsOwn(): void {
  // For VS Code and the extension alone: to GitHub the account's token is octocat's. A count would not tell it from those
  // of other files, each of which is a bundle of its own.
  before(() => signedIn({ id: Date.now() }));
  after(() => signedIn(octocatAccount));
}

async function signedIn(account: TestAccount): Promise<void> {
  const person = new Person();
  await signedInAs(account, person);
  person.dispose();
}
