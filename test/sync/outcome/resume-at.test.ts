import { expect } from 'chai';
import { BudgetError, RateLimitError } from '../../../src/linkedin/errors.js';
import { resumeAt } from '../../../src/sync/outcome/gather.js';

const at = (text: string): number => Date.parse(`${text}Z`);

function dailyLimit(resetsAt: number): RateLimitError {
  const refusal = { status: 429, code: null, serviceErrorCode: null, message: '', uuid: null };
  const asked = { method: 'GET', resource: 'posts' };
  return new RateLimitError({ asked, refusal, resetsAt });
}

describe('the time to run again', () => {
  it('is when LinkedIn’s counters were reset, even if the run continued past midnight', () => {
    const limit = dailyLimit(at('2026-11-23T00:00:00'));
    expect(resumeAt([limit], at('2026-11-22T23:50:00'))).to.equal(at('2026-11-23T00:00:00'));
    expect(resumeAt([limit], at('2026-11-23T00:20:00'))).to.equal(at('2026-11-23T00:00:00'));
  });

  it('is the next midnight after max_calls, and the later of both', () => {
    expect(resumeAt([new BudgetError(5)], at('2026-11-23T00:20:00'))).to.equal(at('2026-11-24T00:00:00'));
    const both = [dailyLimit(at('2026-11-23T00:00:00')), new BudgetError(5)];
    expect(resumeAt(both, at('2026-11-23T00:20:00'))).to.equal(at('2026-11-24T00:00:00'));
  });

  it('is unknown if no limit ended the run', () => {
    expect(resumeAt([], at('2026-11-23T00:20:00'))).to.equal(null);
  });
});
