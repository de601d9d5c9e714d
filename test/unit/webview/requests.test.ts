import assert from 'node:assert/strict';
import { Requests } from '../../../src/webview/requests';

describe('the requests of a page', () => {
  it('each get the reply that is meant for them, in whatever order the replies come', async () => {
    const requests = new Requests<string>();
    const ids: string[] = [];
    const replies = [1, 2].map(() => requests.send(id => ids.push(id)));
    const [first = '', second = ''] = ids;
    assert.ok(requests.settle(second, 'to the second'));
    assert.ok(requests.settle(first, 'to the first'));
    assert.deepEqual(await Promise.all(replies), ['to the first', 'to the second']);
  });

  it('take one reply each, and none that is for another page', () => {
    const requests = new Requests<string>();
    let id = '';
    void requests.send(sent => (id = sent));
    assert.equal(requests.settle('another', 'no'), false);
    assert.equal(requests.settle(id, 'yes'), true);
    assert.equal(requests.settle(id, 'again'), false);
  });

  it('have ids that no page before this one has used', () => {
    const ids = new Set<string>();
    for (let page = 0; page < 3; page += 1)
      for (let request = 0; request < 3; request += 1) void new Requests<string>().send(id => ids.add(id));
    assert.equal(ids.size, 9);
  });

  it('are waited for by a page that is loaded again', async () => {
    let id = '';
    void new Requests<string>().send(sent => (id = sent));
    const requests = new Requests<string>();
    const reply = requests.resume(id);
    assert.ok(requests.settle(id, 'done'));
    assert.equal(await reply, 'done');
  });
});
