import assert from 'node:assert/strict';
import { edited, inserted, linesOf, noLines, valueOf } from '../../../../src/webview/valueEditor/lineBreaks';

describe('the line breaks of the multi-line editor', () => {
  it('are those of the value, each of its own kind', () => {
    for (const value of ['', 'one line', 'a\nb\n', 'a\r\nb\r\n', 'a\rb', '\r\n\n\r\r\n', '\n\n\r\n'])
      assert.equal(valueOf(linesOf(value)), value);
  });

  it('are not touched by what is typed elsewhere', () => {
    const lines = linesOf('a\r\nb\nc\r\n');
    assert.equal(valueOf(edited(lines, 'a\nbx\nc\n')), 'a\r\nbx\nc\r\n');
    assert.equal(valueOf(edited(lines, 'xa\nb\nc\n')), 'xa\r\nb\nc\r\n');
    assert.equal(valueOf(edited(lines, 'a\nb\nc\nx')), 'a\r\nb\nc\r\nx');
  });

  it('go with what is deleted', () => {
    const lines = linesOf('a\r\nb\nc\r\nd');
    assert.equal(valueOf(edited(lines, 'a\nbc\nd')), 'a\r\nbc\r\nd');
    assert.equal(valueOf(edited(lines, 'ac\nd')), 'ac\r\nd');
    assert.equal(valueOf(edited(lines, '')), '');
  });

  it('are LF where they are typed into a new value', () => {
    assert.equal(valueOf(edited(noLines, 'a\nb')), 'a\nb');
  });

  it('are of the usual kind where they are typed into one that has some', () => {
    assert.equal(valueOf(edited(linesOf('a\r\nb\r\nc'), 'a\nb\nc\nd')), 'a\r\nb\r\nc\r\nd');
    assert.equal(valueOf(edited(linesOf('a\nb\r\nc\n'), 'a\nb\nc\nd\n')), 'a\nb\r\nc\nd\n');
  });

  it('come back as they were where all is deleted and that is undone', () => {
    const lines = linesOf('a\r\nb\r\n');
    assert.equal(valueOf(edited(edited(lines, ''), lines.text)), 'a\r\nb\r\n');
  });

  it('are pasted as they are, wherever that is', () => {
    const lines = linesOf('a\nb\nc');
    assert.equal(valueOf(inserted(lines, 0, 0, 'a\r\n')), 'a\r\na\nb\nc');
    assert.equal(valueOf(inserted(lines, 2, 2, 'x\r\ny')), 'a\nx\r\nyb\nc');
    assert.equal(valueOf(inserted(lines, 1, 4, '\r\n')), 'a\r\nc');
    assert.equal(valueOf(inserted(lines, 5, 5, '\r\n')), 'a\nb\nc\r\n');
  });

  it('make a pasted value the usual', () => {
    const pasted = inserted(noLines, 0, 0, 'a\r\nb');
    assert.equal(valueOf(edited(pasted, 'a\nb\nc')), 'a\r\nb\r\nc');
  });
});
