import * as fc from 'fast-check';

/** One of no meaning. */
const USUAL = 20_261_127;

/**
 * Properties are tried on the same cases in each run of the suite, so that a change is judged by what it changed and not
 * by luck. `FUZZ_SEED=7` tries others, `FUZZ_SEED=any` new ones each time; a failure prints the seed that it had.
 */
const told = process.env['FUZZ_SEED'] ?? USUAL;
if (told !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(told) });
