import { refuse } from '../http/answer.js';
import type { World } from '../world.js';

/** Refuses a call whose access token is missing, unknown, revoked, too new or expired. */
export function checkToken(bearer: string | undefined, world: World): void {
  if (bearer === undefined) {
    throw refuse(401, 'Empty oauth2 access token', { serviceErrorCode: 401, code: 'EMPTY_ACCESS_TOKEN' });
  }
  switch (world.tokens.use(bearer)) {
    case 'valid':
      return;
    case 'unknown':
      throw refuse(401, 'Invalid access token', { serviceErrorCode: 65600, code: 'INVALID_ACCESS_TOKEN' });
    case 'revoked':
    case 'fresh':
      throw refuse(401, 'The token used in the request has been revoked by the user', {
        serviceErrorCode: 65601,
        code: 'REVOKED_ACCESS_TOKEN',
      });
    case 'expired':
      throw refuse(401, 'The token used in the request has expired', {
        serviceErrorCode: 65602,
        code: 'EXPIRED_ACCESS_TOKEN',
      });
  }
}
