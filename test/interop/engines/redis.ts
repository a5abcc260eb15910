import { findFreePort } from '../support/ports.js';
import { eventually, startSession, type Session } from './session.js';

/** A broker on a free port of the loopback address, which keeps nothing on disk. */
export async function startRedis(folder: string): Promise<{ readonly port: number; readonly session: Session }> {
  const port = await findFreePort();
  const session = await startSession('redis', {
    command: 'redis-server',
    args: ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'],
    env: { PATH: process.env['PATH'] ?? '' },
    folder,
  });
  await eventually('redis-server answers', async () => session.said().includes('Ready to accept connections'), 20);
  return { port, session };
}
