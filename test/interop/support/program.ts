import { spawn } from 'node:child_process';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramInputs {
  readonly args?: readonly string[];
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, in an environment without the settings of whoever runs the suite. */
export async function runProgram(
  command: string,
  { args = [], input = '', cwd, env }: ProgramInputs = {},
): Promise<Ended> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...plainEnvironment(), ...env }, ...(cwd !== undefined && { cwd }) });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    // A program that ends early closes its stdin; its exit code and stderr say why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8' };
}
