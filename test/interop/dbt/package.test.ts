import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { stringify } from 'yaml';
import { runProgram } from '../support/program.js';
import { needTools } from '../support/needs.js';
import { programOf } from '../tools/environment.js';
import { PACKAGE, readModel } from './dbt.js';
import { useHistory } from './history.js';
import { findWay, type Ground } from './places.js';

describe('the dbt package in another project', () => {
  needTools('dbt');

  it('takes from that project’s variables what to read, and which tool’s tables to build', async () => {
    const { runs } = await useHistory(1);
    const ground = await findWay('read_json').lay(runs.plain);
    const project = writeProject(ground, ['keboola']);
    for (const args of [
      ['deps'],
      ['run', '--select', '+linkedin_pages__posts', '+keboola__posts', '+airbyte__share_statistics'],
    ]) {
      const { exitCode, stdout } = await runProgram(programOf('dbt'), {
        args: ['--no-use-colors', ...args],
        cwd: project,
      });
      expect(exitCode, stdout).to.equal(0);
    }
    const posts = await readModel(ground, 'linkedin_pages__posts');
    expect(await readModel(ground, 'posts', 'analytics_keboola')).to.have.length(posts.length);
    const refused = await readModel(ground, 'share_statistics', 'analytics_airbyte').catch(
      (error: Error) => error.message,
    );
    expect(refused).to.match(/does not exist/);
  });
});

/** A project with the package, and its variables under the package's name, as in the README. */
function writeProject({ folder, output, vars }: Ground, tools: readonly string[]): string {
  const project = join(folder, 'project');
  mkdirSync(project);
  const files = {
    'packages.yml': { packages: [{ local: PACKAGE }] },
    'dbt_project.yml': {
      name: 'somebody',
      profile: 'somebody',
      flags: { send_anonymous_usage_stats: false },
      vars: { tap_linkedin_pages: { ...vars, tap_linkedin_pages_compatibility: tools } },
    },
    'profiles.yml': { somebody: { target: 'test', outputs: { test: output } } },
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(project, name), stringify(content));
  return project;
}
