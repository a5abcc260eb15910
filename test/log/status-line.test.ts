import { expect } from 'chai';
import { StatusLine } from '../../src/log/status-line.js';
import { Collector } from '../support/tap.js';

describe('the status line', () => {
  it('is absent if stderr is not a terminal', () => {
    const stream = new Collector();
    const status = new StatusLine(stream, {});
    status.show(() => 'half way');
    status.write('INFO one\n');
    status.clear();
    expect(stream.text).to.equal('INFO one\n');
  });

  it('is below the log on a terminal, and leaves no trace', () => {
    const stream = Object.assign(new Collector(), { isTTY: true });
    const status = new StatusLine(stream, {});
    status.show(() => 'half way');
    status.write('INFO one\n');
    status.clear();
    status.write('INFO two\n');
    expect(visible(stream.text)).to.equal('INFO one\nINFO two\n');
    expect(stream.text).to.include('half way');
  });

  it('is absent on a terminal that cannot erase a line', () => {
    const stream = Object.assign(new Collector(), { isTTY: true });
    const status = new StatusLine(stream, { TERM: 'dumb' });
    status.show(() => 'half way');
    status.write('INFO one\n');
    status.clear();
    expect(stream.text).to.equal('INFO one\n');
  });

  it('is always narrower than the terminal, since it would break and leave a trace', () => {
    const stream = Object.assign(new Collector(), { isTTY: true, columns: 20 });
    const status = new StatusLine(stream, {});
    status.show(() => 'a line of more than twenty characters');
    status.write('INFO one\n');
    const drawn = stream.text.split('\n').at(-1)!;
    expect(drawn).to.have.length(19).and.match(/…$/);
    status.clear();
  });
});

/** What a terminal shows at the end, without erased lines. */
function visible(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\r\u001B[2K').at(-1)!)
    .join('\n');
}
