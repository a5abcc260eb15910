import { systemClock, systemSleep } from '../clock.js';
import { loadLoginConfig } from '../config/login.js';
import { storeTokens } from '../config/store.js';
import { createRetrier } from '../linkedin/retry.js';
import { createTokenEndpoint, type Grant } from '../linkedin/token-endpoint.js';
import { createTransport } from '../linkedin/transport.js';
import type { Logger } from '../log/logger.js';
import { openBrowser } from '../login/browser.js';
import { listScopes } from '../login/consent.js';
import { logIn } from '../login/login.js';
import type { NextCommands } from '../login/pages.js';
import { summarize } from '../login/summary.js';
import { listEndpoints } from '../streams/endpoints.js';
import { loadStreams } from '../streams/load.js';
import type { LoginArguments } from './arguments.js';
import { tellOfConfig } from './config.js';
import { exitCodeOf } from './exit.js';
import { openLogger } from './open-logger.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { readSelection } from './selection.js';
import { listenForSignals } from './signals.js';

const AFTER_SIGNAL = 'Run login again to get tokens.';

/** Gets tokens with the user's consent, and prints or stores them. */
export async function runLogin(args: LoginArguments, io: ProcessIo): Promise<ExitCode> {
  const logger = openLogger(io);
  const stop = new AbortController();
  const signals = listenForSignals(io.signals, { hint: AFTER_SIGNAL, onStop: (reason) => stop.abort(reason) });
  try {
    await obtainTokens(args, { io, logger, signal: stop.signal });
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(stop.signal.aborted ? stop.signal.reason : error, logger);
  } finally {
    signals.close();
  }
}

interface Surroundings {
  readonly io: ProcessIo;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

async function obtainTokens(args: LoginArguments, { io, logger, signal }: Surroundings): Promise<void> {
  const config = await tellOfConfig(loadLoginConfig({ paths: args.config, env: io.env }), logger);
  const streams = await readSelection(args, { streams: loadStreams(config), logger });
  const scopes = listScopes(listEndpoints(streams));
  const file = args.config.findLast((path) => path !== 'ENV');
  const tell = (line: string): void => void io.stderr.write(`${line}\n`);

  async function keep(grant: Grant): Promise<void> {
    for (const line of summarize(grant, scopes)) tell(line);
    if (file === undefined) return await printDocument(io, asJson(grant));
    await storeTokens(file, grant);
    tell(`Stored in ${file}.`);
  }

  const transport = createTransport({ timeoutMs: config.requestTimeoutMs, signal, logger, proxy: config.proxy });
  try {
    const sleep = systemSleep;
    const wallClock = systemClock;
    const retrier = createRetrier({ ...config, logger, wallClock, sleep, random: Math.random, signal });
    const endpoint = createTokenEndpoint({ ...config, transport, retrier, logger, wallClock, onCall() {} });
    await logIn(
      { ...config, scopes, port: args.port, timeoutSeconds: args.timeout, next: nextCommands(args, file) },
      { endpoint, logger, sleep, signal, openBrowser: args['no-browser'] ? null : openBrowser, tell, keep },
    );
  } finally {
    transport.close();
  }
}

/** The user's next commands. `file` is where the tokens are stored; undefined: they are printed. */
function nextCommands({ config }: LoginArguments, file: string | undefined): NextCommands {
  const paths = config.map((path) => ` --config ${quoteForShell(path)}`).join('');
  const tap = `tap-linkedin-pages${paths}${file === undefined ? ' --config tokens.json' : ''}`;
  return {
    kept: file === undefined ? 'The tokens are on stdout: keep them in tokens.json.' : `The tokens are in ${file}.`,
    afterwards: [`${tap} --test`, `${tap} > pages.jsonl`],
    again: `tap-linkedin-pages login${paths}${file === undefined ? ' > tokens.json' : ''}`,
  };
}

const quoteForShell = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A config file by itself: a second --config next to the one with the app's credentials. */
function asJson({ accessToken, refreshToken }: Grant): string {
  return JSON.stringify(
    { access_token: accessToken, ...(refreshToken !== null && { refresh_token: refreshToken }) },
    null,
    2,
  );
}
