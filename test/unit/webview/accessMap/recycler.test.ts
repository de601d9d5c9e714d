import assert from 'node:assert/strict';
import { Recycler, type View } from '../../../../src/webview/accessMap/view/recycler';

/** As much of an element as the recycler touches. */
class FakeElement {
  readonly parent: FakeElement[];
  moves = 0;

  constructor(parent: FakeElement[]) {
    this.parent = parent;
  }

  remove(): void {
    this.parent.splice(this.parent.indexOf(this), 1);
  }
}

describe('the recycler of the access map', () => {
  let children: FakeElement[];
  let made: number;
  let filled: number[];
  let labels: Map<FakeElement, number>;
  let recycler: Recycler<View>;
  beforeEach(() => {
    children = [];
    made = 0;
    filled = [];
    labels = new Map();
    const parent = {
      insertBefore: (child: FakeElement, before: FakeElement | null) => {
        assert.ok(!children.includes(child));
        child.moves += 1;
        children.splice(before ? children.indexOf(before) : children.length, 0, child);
      },
    };
    recycler = new Recycler(parent as unknown as HTMLElement, () => {
      made += 1;
      return { element: new FakeElement(children) as unknown as HTMLElement };
    });
  });

  const show = (indexes: number[], refill = false): number[] => {
    filled = [];
    recycler.show(indexes, refill, ({ element }, index) => {
      filled.push(index);
      labels.set(element as unknown as FakeElement, index);
    });
    return children.map(child => labels.get(child) ?? -1);
  };

  it('keeps views in order for every next window', () => {
    const windows = [
      [0, 1, 2, 3],
      [2, 3, 4, 5],
      [0, 4, 5, 6],
      [0, 90, 91],
      [],
      [7],
      [5, 6, 7, 8, 9],
      [1, 7, 20],
    ];
    for (const window of windows) assert.deepEqual(show(window), window);
    for (const window of windows.toReversed()) assert.deepEqual(show(window), window);
    assert.ok(made <= 6, String(made));
  });

  it('fills only views that enter, unless it must refill all', () => {
    show([0, 1, 2]);
    assert.deepEqual(filled, [0, 1, 2]);
    show([1, 2, 3]);
    assert.deepEqual(filled, [3]);
    show([1, 2, 3], true);
    assert.deepEqual(filled, [1, 2, 3]);
  });

  it('moves no view that stays, and none if the whole window changes', () => {
    show([5, 6, 7]);
    const [, six] = children;
    show([6, 7, 8]);
    assert.equal(six?.moves, 1);
    assert.equal(recycler.at(6)?.element, six);
    const before = [...children];
    show([60, 61, 62]);
    assert.deepEqual(children, before);
  });
});
