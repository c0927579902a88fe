// Property tests draw the same cases on every run, so that what one run finds the next can look at. New cases are drawn with
// MODELLREGION_TEST_SEED=random, or those of a certain run with the seed that it printed.
import fc from 'fast-check'

const wanted = process.env['MODELLREGION_TEST_SEED'] ?? '20201101'
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) })
