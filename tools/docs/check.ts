import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Page = { path: string; text: string }

/** Relative links and pictures of a page that lead nowhere, anchors included. Code is not read. */
export function brokenLinks(root: string, { path, text }: Page): string[] {
  const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(root, path, decodeURI(target))).map((target) => `${path}: ${target}`)
}

function leadsSomewhere(root: string, path: string, target: string): boolean {
  const [file = '', anchor] = target.split('#')
  const place = file === '' ? join(root, path) : join(root, dirname(path), file)
  if (!existsSync(place)) return false
  return anchor === undefined || !place.endsWith('.md') || anchorsOf(readFileSync(place, 'utf8')).has(anchor)
}

// As the common forges make them from headings.
const anchorsOf = (text: string): Set<string> =>
  new Set([...withoutCode(text, false).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-')))

const withoutCode = (text: string, inline = true): string => {
  const open = text.replace(/^```.*?^```/gms, '')
  return inline ? open.replace(/`[^`\n]*`/g, '') : open
}

/** What may be typed: scripts of package.json, commands of the platform, names of measurements. */
export type Known = { scripts: ReadonlySet<string>; commands: ReadonlySet<string>; benches: ReadonlySet<string> }

/** `npm run x`, `npm run modellregion -- x` and `npm run bench x` that do not exist. */
export function deadCommands({ path, text }: Page, { scripts, commands, benches }: Known): string[] {
  const run = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name).filter((name) => !scripts.has(name))
  const own = [...text.matchAll(/modellregion -- ([a-z][a-z-]*)/g)].map(([, name = '']) => name).filter((name) => !commands.has(name))
  const measured = [...text.matchAll(/npm run bench (?:-- )?([a-z][a-z-]*)/g)].map(([, name = '']) => name).filter((name) => !benches.has(name))
  return [...run.map((name) => `${path}: npm run ${name}`), ...measured.map((name) => `${path}: npm run bench ${name}`), ...own.map((name) => `${path}: npm run modellregion -- ${name}`)]
}

/** Settings and environment variables that the source of the configuration knows and the page does not name. */
export function unnamedSettings(source: string, page: string): string[] {
  const settings = [...source.matchAll(/^\s+([a-zA-Z]+): Type\./gm), ...source.matchAll(/Type\.Object\(\{ ([^}]+)\}/g)].flatMap(([, names = '']) => names.split(/: Type\.[^,]*(?:\([^)]*\))*,?\s*/)).map((name) => name.trim())
  const variables = [...source.matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name = '']) => name)
  const known = new Set([...settings, ...variables].filter((name) => /^\w+$/.test(name)))
  return [...known].filter((name) => !page.includes(`\`${name}\``) && !page.includes(`.${name}\``))
}
