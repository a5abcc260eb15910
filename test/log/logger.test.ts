import { expect } from 'chai';
import { createLogger, LOG_LEVELS, type Logger, type LoggerOptions } from '../../src/log/logger.js';

function record(options: Partial<LoggerOptions> = {}): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', format: 'text', write: (line) => lines.push(line), ...options });
  return { logger, lines };
}

describe('the log', () => {
  it('is one line per event, even if the message has several', () => {
    const { logger, lines } = record();
    logger.warning('one\r\n  two\nthree');
    expect(lines).to.deep.equal(['WARNING one two three\n']);
  });

  for (const [index, level] of LOG_LEVELS.entries()) {
    it(`at level ${level} says nothing below it`, () => {
      const { logger, lines } = record({ level });
      for (const each of LOG_LEVELS) logger[each](each);
      expect(lines.map((line) => line.trim().split(' ')[1])).to.deep.equal(LOG_LEVELS.slice(index));
    });
  }

  it('prints metrics as the Meltano SDK does', () => {
    const { logger, lines } = record();
    logger.metric({ type: 'counter', metric: 'record_count', value: 3, tags: { stream: 'posts' } });
    expect(lines).to.deep.equal([
      'INFO METRIC: {"type":"counter","metric":"record_count","value":3,"tags":{"stream":"posts"}}\n',
    ]);
  });

  it('puts the tags of metrics into the message under Meltano, which only prints that', () => {
    const { logger, lines } = record({ format: 'json', forMeltano: true });
    logger.metric({
      type: 'counter',
      metric: 'record_count',
      value: 3,
      tags: { stream: 'posts', status: 'succeeded' },
    });
    const { message, metric_info } = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(message).to.equal('METRIC stream=posts status=succeeded');
    expect(metric_info).to.deep.include({ tags: { stream: 'posts', status: 'succeeded' } });
  });

  it('shows metrics and details on a terminal only at level debug, since the progress line is there', () => {
    const metric = { type: 'counter', metric: 'record_count', value: 3, tags: {} } as const;
    for (const [level, onTerminal, shown] of [
      ['info', false, 2],
      ['info', true, 0],
      ['debug', true, 2],
    ] as const) {
      const { logger, lines } = record({ level, onTerminal });
      logger.metric(metric);
      logger.detail('warning', 'each single one');
      expect(lines, `${level}, ${onTerminal ? 'terminal' : 'file'}`).to.have.length(shown);
    }
  });

  for (const onTerminal of [false, true]) {
    it(`prints metrics at the chosen level, or not at all (${onTerminal ? 'terminal' : 'file'})`, () => {
      const metric = { type: 'counter', metric: 'record_count', value: 3, tags: {} } as const;
      const { logger, lines } = record({ level: 'info', onTerminal });
      logger.setMetricsLevel('info');
      logger.metric(metric);
      logger.setMetricsLevel('debug');
      logger.metric(metric);
      logger.setMetricsLevel('off');
      logger.metric(metric);
      expect(lines).to.have.length(1);
    });
  }

  it('has every field that Meltano requires as JSON', () => {
    const { logger, lines } = record({ format: 'json' });
    logger.error('gone\nwrong', { stream: 'posts', extra: { code: 'X' } });
    logger.metric({ type: 'timer', metric: 'sync_duration', value: 0.5, tags: {} });
    const [error, metric] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(error).to.include({
      level: 'error',
      logger_name: 'tap_linkedin_pages',
      thread_name: 'MainThread',
      app_name: 'tap-linkedin-pages',
      stream_name: 'posts',
      message: 'gone\nwrong',
    });
    expect(error!['pid']).to.be.a('number');
    expect(error!['ts']).to.be.closeTo(Date.now() / 1000, 60);
    expect(metric).to.deep.include({
      message: 'METRIC',
      metric_info: { type: 'timer', metric: 'sync_duration', value: 0.5, tags: {} },
    });
  });

  for (const format of ['text', 'json'] as const) {
    it(`never shows a secret, whatever form it takes (${format})`, () => {
      const secret = 'a+b/c"d\\e==';
      const { logger, lines } = record({ format });
      logger.conceal(secret);
      logger.info(`plain ${secret}, in a URL ${encodeURIComponent(secret)}, in JSON ${JSON.stringify(secret)}`, {
        extra: { secret },
      });
      expect(lines.join()).to.include('***');
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        expect(lines.join()).not.to.include(form);
    });
  }
});
