import { Output } from '../singer/output.js';
import type { ProcessIo } from './process-io.js';

/**
 * Writes a command's single document, and waits until the reader has it.
 *
 * @throws OutputEnd
 */
export async function printDocument({ stdout }: Pick<ProcessIo, 'stdout'>, text: string): Promise<void> {
  const output = new Output(stdout);
  await output.write(`${text}\n`);
  await output.flush();
}
