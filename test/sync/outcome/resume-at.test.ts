import { expect } from 'chai';
import { BudgetError, RateLimitError } from '../../../src/linkedin/errors.js';
import { resumeAt } from '../../../src/sync/outcome/gather.js';

const at = (text: string): number => Date.parse(`${text}Z`);

function dailyLimit(resetsAt: number): RateLimitError {
  const refusal = { status: 429, code: null, serviceErrorCode: null, message: '', uuid: null };
  const asked = { method: 'GET', resource: 'posts' };
  return new RateLimitError({ asked, refusal, resetsAt });
}

describe('when a run can go on', () => {
  it('is when LinkedIn’s counter began anew, also where the run went on past midnight', () => {
    const limit = dailyLimit(at('2026-11-23T00:00:00'));
    expect(resumeAt([limit], at('2026-11-22T23:50:00'))).to.equal(at('2026-11-23T00:00:00'));
    expect(resumeAt([limit], at('2026-11-23T00:20:00'))).to.equal(at('2026-11-23T00:00:00'));
  });

  it('is the next midnight after max_calls, and the later of both', () => {
    expect(resumeAt([new BudgetError(5)], at('2026-11-23T00:20:00'))).to.equal(at('2026-11-24T00:00:00'));
    const both = [dailyLimit(at('2026-11-23T00:00:00')), new BudgetError(5)];
    expect(resumeAt(both, at('2026-11-23T00:20:00'))).to.equal(at('2026-11-24T00:00:00'));
  });

  it('is not known where no limit ended it', () => {
    expect(resumeAt([], at('2026-11-23T00:20:00'))).to.equal(null);
  });
});
