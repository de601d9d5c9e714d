import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { type MemoryFile, MemoryFiles } from './memoryFiles';
import { settled, writes } from './gitHub';
import { hubot, octocatAccount, signedInAs } from './signedInAs';
import { type Message, Person } from './person';

export const acme = { kind: 'organization', organization: 'acme' };

/** Who imports files, and what becomes of it. */
export interface ImportStage {
  readonly person: Person;
  readonly files: MemoryFiles;
  /** Imports a file to `acme` from its context menu. */
  readonly importing: (content: MemoryFile | string, name?: string) => Thenable<unknown>;
  /** The requests that change something, in order of arrival. */
  readonly writes: () => Promise<string[]>;
  /** Waits for a message. */
  readonly said: (pattern: RegExp) => Promise<Message>;
}

/** For the tests of the `describe` that calls this, `hubot` is signed in, who owns `acme` alone. */
export function importStage(): ImportStage {
  let person: Person;
  let files: MemoryFiles;
  before(async () => {
    person = new Person();
    files = new MemoryFiles();
    await signedInAs(hubot, person);
  });
  after(async () => {
    await signedInAs(octocatAccount, person);
    person.dispose();
    files.dispose();
  });
  afterEach(async () => {
    await settled();
    person.beginAnew();
    files.reads.length = 0;
  });

  const importing = (content: MemoryFile | string, name = '.env'): Thenable<unknown> => {
    person.files = [files.put(`/project/${name}`, content)];
    return commands.executeCommand(ids.importEnvFile, acme);
  };
  const said = (pattern: RegExp): Promise<Message> => person.said(pattern);
  return {
    get person() {
      return person;
    },
    get files() {
      return files;
    },
    importing,
    writes,
    said,
  };
}
