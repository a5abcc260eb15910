import { expect } from 'chai';

/** Settings whose values no output may show. */
const SECRET_SETTINGS = ['access_token', 'client_secret', 'refresh_token'];

/** Every access token that any sandbox mints starts so. */
const secrets = new Set(['AQX-sandbox-access-token-fictional']);
const leaks: string[] = [];
let outputs = 0;

/** The secrets among the settings are watched for from now on. */
export function watchSecrets(settings: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'string' && SECRET_SETTINGS.includes(name)) secrets.add(value);
  }
}

/** Looks for secrets in what a run printed, on either stream. */
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
