import * as fc from 'fast-check';

/** Arbitrary. */
const USUAL = 20_261_127;

/**
 * Properties are tested on the same cases in each run of the suite, so that failures come from changes and not from
 * chance. `FUZZ_SEED=7` uses others, `FUZZ_SEED=any` new ones each time; a failure prints its seed.
 */
const told = process.env['FUZZ_SEED'] ?? USUAL;
if (told !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(told) });
