import { join } from 'node:path'
import { digestOf, linesOf, programOf } from './program.ts'

/**
 * Prints the program's digest and check words of a build, and with `--list` every file: `node services/help-chat/app/release-digest.ts`. Whoever
 * has the source of a release builds it and compares with the page /help-chat/app/version of a town.
 */
const folder = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? join(import.meta.dirname, '../../../dist/client')
const files = programOf(folder)
const { digest, words } = digestOf(files)
if (process.argv.includes('--list')) process.stdout.write(linesOf(files))
process.stdout.write(`${digest}\n${words.join(' ')}\n`)
