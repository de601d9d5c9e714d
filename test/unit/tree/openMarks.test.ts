import assert from 'node:assert/strict';
import { type IsOpen, OpenMarks } from '../../../src/tree/openMarks';
import { settled } from '../../virtualClock';

describe('the marks of repositories that are open', () => {
  const repositories = [{ name: 'billing' }, { name: 'docs' }];
  const loaded = Promise.resolve({ repositories });
  let answer: (isOpen: IsOpen) => void;
  let found: string[];
  let marks: OpenMarks;
  beforeEach(() => {
    const open = new Promise<IsOpen>(resolve => (answer = resolve));
    found = [];
    marks = new OpenMarks({ lookUp: () => open }, organization => found.push(organization));
  });
  const marked = (isOpen: IsOpen): string[] => repositories.filter(isOpen).map(({ name }) => name);

  it('are there with the rows if they are known by then, and no row is drawn again', async () => {
    answer(({ name }) => name === 'docs');
    const [rows, isOpen] = await marks.whileLoading('acme', loaded);
    assert.equal(rows.repositories, repositories);
    assert.deepEqual(marked(isOpen), ['docs']);
    await settled();
    assert.deepEqual(found, []);
  });

  it('come after the rows if they are known later', async () => {
    const [, isOpen] = await marks.whileLoading('acme', loaded);
    assert.deepEqual(marked(isOpen), []);
    answer(({ name }) => name === 'docs');
    await settled();
    assert.deepEqual(found, ['acme']);
    assert.deepEqual(marked((await marks.whileLoading('acme', loaded))[1]), ['docs']);
  });

  it('come no more if no row would have one', async () => {
    await marks.whileLoading('acme', loaded);
    answer(({ name }) => name === 'website');
    await settled();
    assert.deepEqual(found, []);
  });

  it('do not hide that the rows could not be loaded', async () => {
    await assert.rejects(marks.whileLoading('acme', Promise.reject(new Error('offline'))), /offline/);
  });
});
