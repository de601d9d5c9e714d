import { settled } from './gitHub';
import { Person } from './person';

/** Puts a person before VS Code for the tests of the `describe` that calls this. What one test did is over before the next. */
export function withPerson(take: (person: Person) => void): void {
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
