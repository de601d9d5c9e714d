import { isLogin, isRepositoryName } from '../model/repositoryAddress';
import { isSecretApp, type SecretApp } from '../model/secretApp';
import { nameProblem, normalizeName } from '../model/secretName';

/** What an input has to be. */
export type InputRule = 'text' | 'repository' | 'organization' | 'secretName' | 'app';

/** An input that a tool can't use. It does not carry the input: a model could have put a value there. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly property: string;
  readonly rule: InputRule;

  constructor(property: string, rule: InputRule) {
    super(`${property} ${rule}`);
    this.property = property;
    this.rule = rule;
  }
}

/** No path or name is longer. */
const maxLength = 1000;

/**
 * The input of a tool. A model writes it, and VS Code does not check it. What is empty counts as not given. Every method
 * throws `InvalidInput`.
 */
export class ToolInput {
  readonly #input: Readonly<Record<string, unknown>>;

  constructor(input: unknown) {
    this.#input = typeof input === 'object' && input !== null ? { ...input } : {};
  }

  /** A text without white space around it. */
  text(property: string): string | undefined {
    const value = Object.hasOwn(this.#input, property) ? this.#input[property] : undefined;
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string' || value.length > maxLength) throw new InvalidInput(property, 'text');
    return value.trim() === '' ? undefined : value.trim();
  }

  /** The full name of a repository: "acme/billing". */
  repository(property: string): string | undefined {
    return this.#checked(property, 'repository', text => {
      const [owner = '', name = '', ...more] = text.split('/');
      return more.length === 0 && isLogin(owner) && isRepositoryName(name) ? text : undefined;
    });
  }

  organization(property: string): string | undefined {
    return this.#checked(property, 'organization', text => (isLogin(text) ? text : undefined));
  }

  /** The name of a secret, in upper case. This one is required. */
  secretName(property: string): string {
    const name = this.#checked(property, 'secretName', text =>
      nameProblem(text) ? undefined : normalizeName(text),
    );
    if (name === undefined) throw new InvalidInput(property, 'secretName');
    return name;
  }

  app(property: string): SecretApp | undefined {
    return this.#checked(property, 'app', text => {
      const app = text.toLowerCase();
      return isSecretApp(app) ? app : undefined;
    });
  }

  #checked<T>(property: string, rule: InputRule, check: (text: string) => T | undefined): T | undefined {
    const text = this.text(property);
    if (text === undefined) return undefined;
    const checked = check(text);
    if (checked === undefined) throw new InvalidInput(property, rule);
    return checked;
  }
}
