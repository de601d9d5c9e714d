import assert from 'node:assert/strict';
import { engines } from '../../package.json';
import { minimumVersion, servers } from '../vscode/version';

describe('the minimum VS Code of the tests', () => {
  it('is the one that the manifest names', () => {
    assert.equal(engines.vscode, `^${minimumVersion}`);
    assert.match(minimumVersion, /^1\.\d+\.0$/);
    const [, minor] = minimumVersion.split('.');
    assert.equal(servers.minimum.server.split('.').slice(0, 2).join('.'), `4.${minor}`);
  });
});
