// `npm run dev [-- ARGUMENTS OF THE TAP]`: keeps a sandbox running and runs the tap on it; whenever a source changes,
// builds and runs the tap again. Ctrl-C ends both.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import './setup.mjs';

/** Milliseconds without a change before the next build: editors write a file in several steps. */
const QUIET = 200;

const root = fileURLToPath(new URL('..', import.meta.url));
const tap = [`--enable-source-maps`, `${root}bin/tap-linkedin-pages.js`];
const children = new Set();
let sandboxIsStale = false;
let timer;
let turn = Promise.resolve();
let sandbox = await startSandbox();
let sync = startSync();

watch(`${root}src`, { recursive: true }, (_event, name) => {
  if (!name?.endsWith('.ts')) return;
  // The sandbox keeps running, and so keeps changes made in it, unless its own code has changed.
  if (name.startsWith('sandbox')) sandboxIsStale = true;
  clearTimeout(timer);
  timer = setTimeout(() => (turn = turn.then(again)), QUIET);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(0);
  });
}

async function again() {
  await end(sync);
  say('building');
  if (spawnSync(process.execPath, [`${root}scripts/setup.mjs`], { stdio: ['ignore', 2, 2] }).status !== 0) return;
  if (sandboxIsStale) {
    sandboxIsStale = false;
    await end(sandbox.child);
    sandbox = await startSandbox();
  }
  sync = startSync();
}

/** The sandbox prints the config for the tap as one JSON object. */
async function startSandbox() {
  const child = start([...tap, 'sandbox'], ['ignore', 'pipe', 2]);
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.trimEnd().endsWith('}')) return { child, config: JSON.parse(text) };
  }
  throw new Error('The sandbox ended before it was ready');
}

function startSync() {
  const settings = Object.entries(sandbox.config).map(([name, value]) => [
    `TAP_LINKEDIN_PAGES_${name.toUpperCase()}`,
    String(value),
  ]);
  const env = { ...process.env, ...Object.fromEntries(settings) };
  const child = start([...tap, '--config', 'ENV', ...process.argv.slice(2)], ['ignore', 1, 2], env);
  child.once('exit', (code, signal) => say(`the tap ended with ${signal ?? code}; waiting for a change`));
  return child;
}

function start(args, stdio, env = process.env) {
  const child = spawn(process.execPath, args, { stdio, env });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function end(child) {
  if (!children.has(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function say(words) {
  process.stderr.write(`-- ${words}\n`);
}
