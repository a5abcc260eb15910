import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { exitCodeOf } from '../../src/cli/exit.js';
import { EXIT } from '../../src/cli/process-io.js';
import { InterruptedError } from '../../src/cli/signals.js';
import { ConfigError } from '../../src/config/faults.js';
import { StoreError } from '../../src/config/store.js';
import { ERROR_CODES, OpenFilesError, type ErrorCode, type TapError } from '../../src/errors.js';
import { SHARE_STATISTICS } from '../../src/linkedin/endpoints.js';
import { IncompleteError } from '../../src/library/errors.js';
import * as errors from '../../src/linkedin/errors.js';
import { describeRefusal, type Asked, type Refusal } from '../../src/linkedin/refusal.js';
import { createLogger } from '../../src/log/logger.js';
import { ConsentError, ConsentTimeoutError, PortError, ConsentStateError } from '../../src/login/errors.js';
import { packageRoot } from '../../src/package.js';
import { NothingAnsweredError } from '../../src/probe/nothing-answered.js';
import { OutputError } from '../../src/singer/output.js';
import { CatalogError } from '../../src/singer/catalog-file.js';
import { parseState } from '../../src/singer/state.js';
import { Causes } from '../../src/sync/outcome/causes.js';
import { StateConflictError } from '../../src/sync/state/merge/merge.js';
import { MissingRoleError, MissingScopeError, NoOrganizationError } from '../../src/access/denial.js';

const page = readFileSync(new URL('docs/errors.md', packageRoot), 'utf8');
const sections = new Map(
  [...page.matchAll(/^## `(\w+)`\n(.*?)(?=^## |(?![^]))/gms)].map(([, code = '', text = '']) => [code, text]),
);

describe('docs/errors.md', () => {
  it('has a section for every error code, in order, and no others', () => {
    expect([...sections.keys()]).to.deep.equal([...ERROR_CODES]);
  });

  for (const code of ERROR_CODES) {
    it(`shows ${code} as the tap prints it`, () => {
      const error = EXAMPLES[code]();
      expect(error.code).to.equal(code);
      const section = sections.get(code) ?? '';
      if (error.message.includes('\n')) {
        expect(section).to.include(`\`\`\`text\n${linesOf(error)}\`\`\`\n`);
        return;
      }
      const [, level, shown] = /```text\n(CRITICAL|ERROR|WARNING) (.*)\n```/.exec(section)!;
      expect(shown).to.equal(level === 'ERROR' ? lineOfCause(error) : error.advice);
    });
  }

  it('lists the exit codes', () => {
    const listed = [...page.matchAll(/^\| (\d+) /gm)].map(([, code]) => Number(code));
    expect(listed).to.deep.equal(Object.values(EXIT).sort((one, other) => one - other));
  });
});

/** What the log says about an error that ends a run. */
function linesOf(error: TapError): string {
  let lines = '';
  exitCodeOf(error, createLogger({ level: 'info', format: 'text', write: (line) => (lines += line) }));
  return lines;
}

/** What the log says about one that does not: here about one stream, on the page that the error concerns. */
function lineOfCause(error: TapError): string {
  const lines: string[] = [];
  const causes = new Causes();
  const [organization = ''] = /urn:li:organization:\d+/.exec(error.message) ?? [];
  causes.add({ level: 'error', stream: 'share_statistics', organizations: [organization], error });
  causes.tell(createLogger({ level: 'info', format: 'text', write: (line) => lines.push(line) }));
  return lines.join('').replace('ERROR ', '').trimEnd();
}

/** The errors behind the lines of the page. */
const EXAMPLES: Readonly<Record<ErrorCode, () => TapError>> = {
  CONFIG_INVALID: () =>
    new ConfigError([
      { path: 'time_granularity', message: 'must be DAY or MONTH, got "WEEK"' },
      { path: 'max_tries', message: 'must be an integer from 1 to 20, got 0' },
    ]),
  CATALOG_INVALID: () =>
    new CatalogError(['stream "share_statistic" does not exist, the nearest is "share_statistics"']),
  STATE_INVALID: () => thrownBy(() => parseState('hello')),
  STATE_CONFLICT: () => {
    const entry = 'bookmarks.posts.urn:li:organization:104729384';
    return new StateConflictError([`${entry} differs in shard-1.json and shard-2.json`]);
  },
  NO_ORGANIZATION: () => new NoOrganizationError(),
  TOKEN_REFUSED: () =>
    new errors.AuthError({
      asked: ROLES,
      refusal: refusalOf(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired'),
    }),
  TOKEN_NOT_GRANTED: () => {
    const text = 'The provided authorization grant or refresh token is invalid, expired or revoked';
    const refusal = refusalOf(400, 'invalid_request', text);
    const asked = { method: 'POST', resource: 'accessToken' };
    return new errors.TokenEndpointError({ asked, refusal, came: describeRefusal(refusal) });
  },
  SCOPE_MISSING: () => new MissingScopeError(SHARE_STATISTICS, deniedShares(384)),
  ROLE_MISSING: () =>
    new MissingRoleError({
      organization: 'urn:li:organization:104729391',
      held: ['ANALYST (APPROVED)'],
      cause: deniedShares(391),
    }),
  ACCESS_DENIED: () =>
    new errors.AccessDeniedError({
      asked: ROLES,
      refusal: refusalOf(403, 'ACCESS_DENIED', `${NO_ACCESS} partnerApiOrganizationAcls.FINDER-roleAssignee.20260901`),
    }),
  NOT_FOUND: () =>
    new errors.NotFoundError({
      asked: { method: 'GET', resource: 'networkSizes', organization: 'urn:li:organization:999' },
      refusal: refusalOf(404, 'NOT_FOUND', 'Could not find entity'),
    }),
  VERSION_REFUSED: () =>
    new errors.VersionError({
      asked: ROLES,
      refusal: refusalOf(426, 'NONEXISTENT_VERSION', 'Requested version 20251101 is not active'),
      version: '202511',
      example: '202609',
    }),
  DAILY_LIMIT: () => {
    const text = 'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.';
    return new errors.RateLimitError({
      asked: askedShares(384),
      refusal: refusalOf(429, 'TOO_MANY_REQUESTS', text),
      resetsAt: Date.UTC(2026, 10, 23),
    });
  },
  CALL_BUDGET: () => new errors.BudgetError(3),
  UNANSWERED: () =>
    new errors.UnansweredError({
      asked: askedShares(384),
      tries: 5,
      last: {
        reason: describeRefusal(refusalOf(500, 'INTERNAL_SERVER_ERROR', 'Internal Server Error')),
        error: 'HTTP 500',
      },
    }),
  CERTIFICATE_REFUSED: () =>
    new errors.CertificateError({
      asked: { method: 'FINDER', resource: 'organizationAcls' },
      came: 'api.linkedin.com has no certificate that can be trusted (SELF_SIGNED_CERT_IN_CHAIN)',
      cause: null,
    }),
  PROXY_REFUSED: () =>
    new errors.ProxyError({
      asked: { method: 'FINDER', resource: 'organizationAcls' },
      came: 'the proxy http://proxy.example:8080 answered HTTP 407 when asked for api.linkedin.com',
      cause: null,
    }),
  REQUEST_REFUSED: () => {
    const refusal = refusalOf(400, 'ILLEGAL_ARGUMENT', 'Organization is not valid');
    const asked = { method: 'GET', resource: 'networkSizes', organization: 'urn:li:organization:104729384' };
    return new errors.RefusedError({ asked, refusal, came: describeRefusal(refusal) });
  },
  ANSWER_UNEXPECTED: () =>
    new errors.AnswerError({ asked: askedShares(384), came: 'a body without a list of elements' }),
  CONSENT_DENIED: () =>
    new ConsentError({ error: 'user_cancelled_authorize', description: 'The user cancelled the authorization' }),
  CONSENT_REFUSED: () =>
    new ConsentError({
      error: 'unauthorized_scope_error',
      description: 'Scope "r_organization_social_feed" is not authorized for your application',
    }),
  CONSENT_STATE_WRONG: () => new ConsentStateError(),
  CONSENT_TIMEOUT: () => new ConsentTimeoutError(300),
  PORT_UNAVAILABLE: () => new PortError(8722, Object.assign(new Error('in use'), { code: 'EADDRINUSE' })),
  CONFIG_NOT_STORED: () => new StoreError('config.json', Object.assign(new Error('denied'), { code: 'EACCES' })),
  OUTPUT_NOT_WRITTEN: () =>
    new OutputError(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
  NOTHING_ANSWERED: () => new NothingAnsweredError(),
  OPEN_FILES_LIMIT: () => new OpenFilesError(Object.assign(new Error('too many open files'), { code: 'EMFILE' })),
  READ_INCOMPLETE: () => new IncompleteError({ failed: ['posts'], deferred: ['comments'], faults: [] }),
  INTERRUPTED: () =>
    new InterruptedError('SIGTERM', {
      done: () => '11 of 40 pages done, 29 left',
      hint: 'Run again with the same --state to continue.',
    }),
};

const ROLES: Asked = { method: 'FINDER', resource: 'organizationAcls' };
const NO_ACCESS = 'Not enough permissions to access:';

function askedShares(ending: number): Asked {
  return { method: 'FINDER', resource: SHARE_STATISTICS.resource, organization: `urn:li:organization:104729${ending}` };
}

function deniedShares(ending: number): errors.AccessDeniedError {
  const text = `${NO_ACCESS} organizationalEntityShareStatistics.FINDER-organizationalEntity.20260901`;
  return new errors.AccessDeniedError({
    asked: askedShares(ending),
    refusal: refusalOf(403, 'ACCESS_DENIED', text),
  });
}

function refusalOf(status: number, code: string, message: string): Refusal {
  return { status, code, serviceErrorCode: null, message, uuid: 'AAYx8ChETIerLfZABoa0SQ==' };
}

function thrownBy(work: () => unknown): TapError {
  try {
    work();
  } catch (error) {
    return error as TapError;
  }
  throw new Error('It did not fail.');
}
