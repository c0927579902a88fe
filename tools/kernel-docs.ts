// node tools/kernel-docs.ts: writes docs/kernel.md from the exports of platform/kernel/index.ts and their docstrings.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { namesAt, type Exported } from './kernel-docs/exports.ts'

const root = dirname(import.meta.dirname)
const door = 'platform/kernel/index.ts'
const target = join(root, 'docs/kernel.md')

const headings: Readonly<Record<string, string>> = {
  access: 'Who may do what',
  anonymity: 'Counts that may be published',
  fetch: 'Calling addresses of others',
  audit: 'Record of what was done',
  backup: 'Backup and restore',
  boot: 'Start, services, configuration',
  database: 'Units of work',
  deadlines: 'Periods and their ends',
  events: 'Events between services',
  files: 'Files',
  forms: 'Forms',
  geo: 'Places and addresses',
  http: 'Routes and answers',
  i18n: 'Words and formats',
  identity: 'People and sessions',
  jobs: 'Work in the background',
  live: 'Hints between processes',
  locales: 'Words of the kernel',
  mail: 'Mail',
  observe: 'Health and measurements',
  portal: 'News of the town',
  privacy: 'Data about people',
  search: 'Search',
  tenancy: 'Towns',
}

/** The text of docs/kernel.md as it should be now. */
export function kernelDocs(): string {
  const rooms = Map.groupBy(namesAt(join(root, door)), ({ file }) => file.slice(join(root, 'platform/kernel').length + 1).split('/')[0] ?? '')
  const chapters = [...rooms].toSorted(([a], [b]) => a.localeCompare(b)).map(([room, names]) => chapter(room, names))
  return `${opening(rooms)}\n${chapters.join('\n')}`
}

const opening = (rooms: ReadonlyMap<string, readonly Exported[]>): string => `# The kernel's door

Everything a service may import from \`@modellregion/kernel\`: ${[...rooms.values()].flat().length} names from ${rooms.size} rooms. Functions and values first, then types.
Written by \`node tools/kernel-docs.ts\` from [${door}](../${door}); a test fails when it is not current. How to put them together: [new-service.md](new-service.md).
`

function chapter(room: string, names: readonly Exported[]): string {
  const values = names.filter(({ kind }) => kind === 'value').map(entry)
  const types = names.filter(({ kind }) => kind === 'type').map(entry)
  return [`## ${room}: ${headings[room] ?? room}`, '', ...values, ...(values.length > 0 && types.length > 0 ? [''] : []), ...types, ''].join('\n')
}

const entry = ({ kind, signature, says }: Exported): string => `- ${kind === 'type' ? 'type ' : ''}\`${signature}\`${says ? ` ${says}` : ''}`

if (import.meta.main) {
  const text = kernelDocs()
  if (existsSync(target) && readFileSync(target, 'utf8') === text) process.stdout.write('docs/kernel.md is current.\n')
  else {
    writeFileSync(target, text)
    process.stdout.write('docs/kernel.md is written.\n')
  }
}
