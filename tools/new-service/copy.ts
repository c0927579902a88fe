import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const template = 'example'

/** Why a service cannot get this name, as a sentence; undefined when it can. */
export function refuseName(root: string, name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) return `"${name}" is no name for a service. Use lower case and hyphens and name what it does, for example "dog-register".`
  if (existsSync(join(root, 'services', name))) return `services/${name} exists already.`
  if (!existsSync(join(root, 'services', template, 'service.ts'))) return `The template services/${template} is missing.`
  return undefined
}

/** Copies the template, with its name replaced in every spelling. Returns the new folder. */
export function copyService(root: string, name: string): string {
  const folder = join(root, 'services', name)
  cpSync(join(root, 'services', template), folder, { recursive: true, filter: (path) => !/\/(node_modules|CHANGELOG\.md)$/.test(path) })
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => b.parentPath.length - a.parentPath.length)) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && isText(entry.name)) writeFileSync(path, renamed(readFileSync(path, 'utf8'), name, isReadByPostgres(path)))
    if (renamed(entry.name, name) !== entry.name) renameSync(path, join(entry.parentPath, renamed(entry.name, name)))
  }
  return folder
}

const isText = (file: string): boolean => /\.(ts|tsx|sql|json|md|yml|css|svg|license)$/.test(file)

/**
 * The template's name in each spelling a name has: `example`, `Example`, `exampleWords`, and with underscores where PostgreSQL reads it
 * (`isSql`). Domains of RFC 2606 (`example.org`) and documentation tags (`@example`) are no names of the template.
 */
export function renamed(text: string, name: string, isSql = false): string {
  const words = name.split('-')
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1)
  return text
    .replace(/(?<![@\w])example(?=[A-Z])/g, camel)
    .replace(/(?<![A-Za-z])Example(?![a-z])/g, pascal)
    .replace(/\bsvc_example\b/g, `svc_${words.join('_')}`)
    .replace(/(?<=\btable: ')example(?=\.)/g, words.join('_')) // privacy.ts names tables
    .replace(/(?<![@\w.])example(?!\w|\.(?:org|com|net|test)\b)/g, isSql ? words.join('_') : name)
}

const isReadByPostgres = (path: string): boolean => /\.sql$|\/queries(\.ts$|\/)/.test(path)
