import assert from 'node:assert/strict';
import { countsOf, type Repository } from '../../../src/model/repository';

describe('the repositories of an organization', () => {
  it('are counted, and the public ones among them', () => {
    const visibilities = ['public', 'private', 'internal', 'public', 'private'] as const;
    const repositories = visibilities.map((visibility, id): Repository => {
      return { id, name: `r${id}`, visibility, archived: false, url: `https://github.com/acme/r${id}` };
    });
    assert.deepEqual(countsOf(repositories), { all: 5, public: 2 });
    assert.deepEqual(countsOf([]), { all: 0, public: 0 });
  });
});
