// npm run rooms: how big each room is, and which files have grown past 300 lines. A report, not a gate.
import { dirname } from 'node:path'
import { fileRoleOf, readSources, roomOf, sliceOf, type Source } from './architecture/sources.ts'

const long = 300
const root = dirname(import.meta.dirname)
const lines = ({ text }: Source): number => text.split('\n').length - 1
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const sources = readSources(root)
const rooms = Map.groupBy(sources, ({ path }) => (roomOf(path) === 'platform/kernel' && sliceOf(path) ? `platform/kernel/${sliceOf(path)}` : roomOf(path)))

process.stdout.write(`${'room'.padEnd(32)}${'files'.padStart(6)}${'lines'.padStart(8)}${'tests'.padStart(8)}${'median'.padStart(8)}${'longest'.padStart(9)}\n`)
for (const [room, files] of [...rooms].sort(([a], [b]) => a.localeCompare(b))) {
  const code = files.filter(({ path }) => fileRoleOf(path) !== 'test')
  const counts = code.map(lines)
  const tests = sum(files.filter(({ path }) => fileRoleOf(path) === 'test').map(lines))
  process.stdout.write(`${room.padEnd(32)}${String(code.length).padStart(6)}${String(sum(counts)).padStart(8)}${String(tests).padStart(8)}${String(median(counts)).padStart(8)}${String(Math.max(0, ...counts)).padStart(9)}\n`)
}

const grown = sources.filter((source) => lines(source) > long).sort((a, b) => lines(b) - lines(a))
process.stdout.write(grown.length ? `\nOver ${long} lines:\n${grown.map((source) => `  ${String(lines(source)).padStart(5)} ${source.path}`).join('\n')}\n` : `\nNo file is over ${long} lines.\n`)
