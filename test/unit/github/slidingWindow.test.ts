import assert from 'node:assert/strict';
import { SlidingWindow } from '../../../src/github/slidingWindow';

describe('a sliding window', () => {
  it('has room until its limit is reached', () => {
    const window = new SlidingWindow(3, 60);
    assert.equal(window.roomAt(3, 0), 0);
    window.start(2);
    assert.equal(window.roomAt(1, 0), 0);
    assert.equal(window.roomAt(2, 0), 60);
  });

  it('has room again when what was answered has left the stretch', () => {
    const window = new SlidingWindow(2, 60);
    window.start(1);
    window.start(1);
    window.answer(1, 10);
    window.answer(1, 25);
    assert.equal(window.roomAt(1, 30), 70);
    assert.equal(window.roomAt(2, 30), 85);
    assert.equal(window.roomAt(1, 70), 70);
    assert.equal(window.roomAt(2, 85), 85);
  });

  it('counts from the answer, however late it comes', () => {
    const window = new SlidingWindow(1, 60);
    window.start(1);
    assert.equal(window.roomAt(1, 500), 560);
    window.answer(1, 510);
    assert.equal(window.roomAt(1, 520), 570);
  });

  it('has the room back of what is forgotten', () => {
    const window = new SlidingWindow(3, 60);
    window.start(2);
    window.start(1);
    window.forget(2);
    assert.equal(window.roomAt(2, 5), 5);
    assert.equal(window.roomAt(3, 5), 65);
  });

  it('counts each answer by its own size', () => {
    const window = new SlidingWindow(6, 60);
    window.start(1);
    window.start(5);
    window.answer(1, 0);
    window.answer(5, 10);
    assert.equal(window.roomAt(1, 20), 60);
    assert.equal(window.roomAt(2, 20), 70);
    assert.equal(window.roomAt(7, 20), 80);
    assert.equal(window.roomAt(1, 60), 60);
    assert.equal(window.roomAt(2, 69), 70);
    assert.equal(window.roomAt(6, 70), 70);
    window.start(6);
    window.answer(5, 100);
    window.answer(1, 110);
    assert.equal(window.roomAt(5, 120), 160);
    assert.equal(window.roomAt(6, 120), 170);
  });
});
