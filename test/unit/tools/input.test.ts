import assert from 'node:assert/strict';
import { InvalidInput, ToolInput } from '../../../src/tools/input';

describe('the input of a tool', () => {
  const isInvalid = (read: () => unknown, rule: string): void => {
    assert.throws(read, error => error instanceof InvalidInput && error.rule === rule);
  };
  const given = (value: unknown): ToolInput => new ToolInput({ it: value });

  it('is not given if it is missing, null, empty or no object', () => {
    for (const input of [
      {},
      { it: null },
      { it: undefined },
      { it: ' \n' },
      null,
      undefined,
      'it',
      7,
      ['it'],
    ])
      for (const read of ['text', 'repository', 'organization', 'app'] as const)
        assert.equal(new ToolInput(input)[read]('it'), undefined, JSON.stringify(input));
    isInvalid(() => given('').secretName('it'), 'secretName');
  });

  it('is not what an object inherits', () => {
    assert.equal(new ToolInput({}).text('toString'), undefined);
  });

  it('is a text without white space around it', () => {
    assert.equal(given(' a b ').text('it'), 'a b');
    for (const value of [7, true, {}, ['a'], 'a'.repeat(1001)])
      isInvalid(() => given(value).text('it'), 'text');
  });

  it('is the full name of a repository, and leads to no other address', () => {
    for (const name of ['acme/billing', 'Acme-2/.github', 'octo_corp/a.b-c_d', ' acme/billing '])
      assert.equal(given(name).repository('it'), name.trim());
    const others = ['acme', 'acme/', '/billing', 'acme/..', 'acme/.', '../user', 'acme/billing/x', 'a b/c'];
    for (const name of [...others, 'acme/a?b', 'acme/a#b', 'acme/a%2fb', 'https://github.com/acme/billing'])
      isInvalid(() => given(name).repository('it'), 'repository');
  });

  it('is the login of an organization', () => {
    assert.equal(given('acme-2').organization('it'), 'acme-2');
    for (const login of ['acme/billing', '..', '-acme', 'ac me', 'a'.repeat(101)])
      isInvalid(() => given(login).organization('it'), 'organization');
  });

  it('is the name of a secret, in upper case', () => {
    assert.equal(given('npm_Token').secretName('it'), 'NPM_TOKEN');
    for (const name of ['1A', 'A-B', 'GITHUB_TOKEN', 'a/b', '..'])
      isInvalid(() => given(name).secretName('it'), 'secretName');
  });

  it('is an app in any case', () => {
    assert.equal(given('Actions').app('it'), 'actions');
    for (const app of ['toString', 'variables']) isInvalid(() => given(app).app('it'), 'app');
  });

  it('is not carried by the error', () => {
    try {
      given('canary value').secretName('it');
    } catch (error) {
      assert.ok(error instanceof InvalidInput);
      assert.doesNotMatch(`${error.stack ?? ''}${JSON.stringify(error)}`, /canary/);
      return;
    }
    assert.fail('It was taken.');
  });
});
