import type { Package } from './packages.ts'

/** Licences that may be combined with and shipped beside a work under EUPL-1.2. */
export const acceptable = new Set([
  '0BSD', 'Apache-2.0', 'Artistic-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-3.0', 'EUPL-1.2', 'ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib', 'WTFPL',
])

/** `MIT OR Apache-2.0` is acceptable when one part is; `MIT AND Zlib` when all are. */
export function isAcceptable(licence: string): boolean {
  const parts = licence.replace(/[()]/g, '').split(/\s+OR\s+/i)
  return parts.some((part) => part.split(/\s+AND\s+/i).every((id) => acceptable.has(id.trim())))
}

export function thirdPartyPage(packages: readonly Package[]): string {
  const running = packages.filter(({ usedFor }) => usedFor === 'running')
  const development = packages.filter(({ usedFor }) => usedFor === 'development')
  return `# Third-party software

Generated from the lock file by \`node tools/third-party.ts\`; do not edit. What each direct dependency is for, and how to leave it, is in
[docs/dependencies.md](docs/dependencies.md). Licences of shipped data and fonts stand beside each file (\`<file>.license\`).

## In a running installation (${running.length})

${list(running)}

## For development and tests only (${development.length})

${list(development)}
`
}

const list = (packages: readonly Package[]): string => {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence)
  return [...byLicence]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([licence, members]) => `### ${licence}\n\n${members.map(({ name, version, text }) => `- ${name} ${version}${holder(text)}`).join('\n')}`)
    .join('\n\n')
}

/** The line of the licence text that says whose it is. */
function holder(text: string | undefined): string {
  const line = text?.split('\n').find((candidate) => /^\W*(copyright|©|\(c\)).*(\d{4}|by|\w)/i.test(candidate.trim()) && !/copyright (notice|holders?|owner|license|and)/i.test(candidate))
  return line ? `: ${line.trim().replace(/^[*#>\s-]+/, '').replaceAll('<', '&lt;').slice(0, 160)}` : ''
}
