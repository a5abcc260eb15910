import { expect } from 'chai';
import { selecting } from '../support/catalogs.js';
import type { Json } from '../support/output.js';
import { settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const STREAMS = ['share_statistics_time_bound', 'video_statistics', 'posts', 'comments', 'notifications'];
/** Neither can be converted to text in the usual way. */
const VALUES = [{ constructor: 1, toString: 2 }, [{ toString: null }]];

describe('a state in which a field is an object with its own toString', () => {
  const start = useSandbox();

  it('is accepted, or rejected with the reason, whichever field it is', async () => {
    const sandbox = await start({ organizations: 1, postsPerOrganization: 3 });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], social_window_months: 13 });
    const catalog = selecting(STREAMS);
    const { state } = await runTap({ config, catalog });
    let fields = 0;
    for (const stream of STREAMS) {
      const bookmark = state.bookmarks[stream]![urn(TURBINES)] as Json;
      for (const field of [...Object.keys(bookmark), 'full_sweep_at', 'full_walk_at', 'window_months']) {
        for (const value of VALUES) {
          const odd = { [urn(TURBINES)]: { ...bookmark, [field]: value } };
          const run = await runTap({ config, catalog, state: { bookmarks: { ...state.bookmarks, [stream]: odd } } });
          expect(run.stderr, `${stream}.${field}`).not.to.include('Unexpected fault');
          expect(run.exitCode, run.stderr).to.be.oneOf([0, 1]);
          fields += 1;
        }
      }
    }
    expect(fields).to.be.above(20);
  }).timeout(120_000);
});
