import { expect } from 'chai';

/** Settings whose values must not appear in any output. */
const SECRET_SETTINGS = ['access_token', 'client_secret', 'refresh_token'];

/** Every access token of any sandbox starts with this. */
const secrets = new Set(['AQX-sandbox-access-token-fictional']);
const leaks: string[] = [];
let outputs = 0;

/** From now on, looks for the secrets among these settings in all output. */
export function watchSecrets(settings: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'string' && SECRET_SETTINGS.includes(name)) secrets.add(value);
  }
}

/** Looks for secrets in a run's output, on either stream. */
export function inspectOutput(text: string): void {
  outputs++;
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret)]) {
      const at = text.indexOf(form);
      if (at !== -1) leaks.push(text.slice(Math.max(0, at - 80), at + form.length));
    }
  }
}

after('no output of any run in this suite shows a secret', () => {
  expect(outputs).to.be.above(0);
  expect(leaks).to.deep.equal([]);
});
