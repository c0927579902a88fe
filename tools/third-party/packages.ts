import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Package = { name: string; version: string; licence: string; usedFor: 'running' | 'development'; text?: string }

type Entry = { version?: string; license?: string; dev?: boolean; devOptional?: boolean; optional?: boolean; link?: boolean; name?: string; peer?: boolean }

// Packages whose manifest names no licence in the present form; this is what their licence file, readme or source says.
const read: Record<string, string> = {
  busboy: 'MIT',
  dicer: 'MIT',
  streamsearch: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
  'png-js': 'MIT',
  'json-bignum': 'MIT',
  negotiate: 'BSD-2-Clause', // "FreeBSD" in its manifest
}

/** Every package of the lock file, each version once. Rooms of this project are left out. */
export function listPackages(root: string): Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> } // npm's format, version 3
  const found = new Map<string, Package>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.link || !entry.version) continue
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const key = `${name}@${entry.version}`
    const usedFor = entry.dev || entry.devOptional ? 'development' : 'running'
    const known = found.get(key)
    const text = licenceText(join(root, path))
    found.set(key, { name, version: entry.version, licence: entry.license ?? read[name] ?? 'UNKNOWN', usedFor: known?.usedFor === 'running' ? 'running' : usedFor, ...(text !== undefined && { text }) })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en', { numeric: true }))
}

function licenceText(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt|mit))?$/i.test(name))
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}
