import { Writable } from 'node:stream';
import { expect } from 'chai';
import { Output, OutputError, ReaderGoneError } from '../../src/singer/output.js';
import { Collector } from '../support/tap.js';

const failure = (code: string): Error => Object.assign(new Error(`${code}: made up, write`), { code });

describe('the output', () => {
  it('writes every line, in order, however it is flushed', async () => {
    const stream = new Collector();
    const output = new Output(stream);
    const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index} ${'x'.repeat(index % 90)}\n`);
    for (const [index, line] of lines.entries()) {
      const full = output.write(line);
      if (full && index % 2 === 0) await full;
    }
    await output.flush();
    expect(stream.text).to.equal(lines.join(''));
  });

  it('accepts no line after its last one, whoever is still at work', async () => {
    const stream = new Collector();
    const output = new Output(stream);
    void output.write('record\n');
    void output.write('state\n');
    output.seal();
    expect(output.write('too late\n')).to.equal(undefined);
    await output.flush();
    expect(stream.text).to.equal('record\nstate\n');
  });

  it('makes writers wait for a slow reader, so that little is buffered', async () => {
    let waiting = 0;
    const slow = new Writable({
      write(chunk: Buffer, _encoding, callback) {
        waiting = Math.max(waiting, chunk.length + slow.writableLength);
        setImmediate(callback);
      },
    });
    const output = new Output(slow);
    for (let index = 0; index < 200; index++) await output.write(`${'x'.repeat(10_000)}\n`);
    await output.flush();
    expect(waiting).to.be.below(200_000);
  });

  it('reports once that the reader is gone, and refuses everything written afterwards', async () => {
    const told: unknown[] = [];
    const broken = new Writable({ write: (_chunk, _encoding, callback) => callback(failure('EPIPE')) });
    const output = new Output(broken, (gone) => told.push(gone));
    void output.write('one\n');
    const outcome = await output.flush().catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(ReaderGoneError);
    expect(() => output.write('two\n')).to.throw(ReaderGoneError);
    expect(await output.flush().catch((error: unknown) => error)).to.equal(outcome);
    expect(told).to.deep.equal([outcome]);
  });

  for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO']) {
    it(`that fails with ${code} is an error with the system's reason, not a reader that left`, async () => {
      const full = new Writable({ write: (_chunk, _encoding, callback) => callback(failure(code)) });
      const output = new Output(full);
      void output.write('one\n');
      const outcome = await output.flush().catch((error: unknown) => error);
      expect(outcome).to.be.instanceOf(OutputError).with.property('message').that.includes(`${code}: made up.`);
      expect(() => output.write('two\n')).to.throw(OutputError);
    });
  }
});
