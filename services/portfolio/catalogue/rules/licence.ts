import ids from 'spdx-license-ids/index.json' with { type: 'json' }

/** What a licence allows, as a key of a word; `other` for those the catalogue has no sentence for. */
export type LicenceKind = 'public-domain' | 'attribution' | 'share-alike' | 'permissive' | 'copyleft' | 'copyleft-weak' | 'copyleft-network' | 'no-commercial' | 'no-changes' | 'unstated' | 'other'

/** SPDX for: nobody has said under which licence it stands. */
export const unstated = 'NOASSERTION'

/** Licences people meet in this catalogue, and what they amount to. Source: the texts of the licences; SPDX names them. */
const known: Readonly<Record<string, LicenceKind>> = {
  'CC0-1.0': 'public-domain', 'Unlicense': 'public-domain', '0BSD': 'public-domain', 'DL-DE-ZERO-2.0': 'public-domain',
  'CC-BY-4.0': 'attribution', 'CC-BY-3.0': 'attribution', 'CC-BY-3.0-DE': 'attribution', 'DL-DE-BY-2.0': 'attribution', 'ODC-By-1.0': 'attribution',
  'CC-BY-SA-4.0': 'share-alike', 'CC-BY-SA-3.0': 'share-alike', 'ODbL-1.0': 'share-alike',
  'CC-BY-NC-4.0': 'no-commercial', 'CC-BY-NC-SA-4.0': 'no-commercial', 'CC-BY-ND-4.0': 'no-changes', 'CC-BY-NC-ND-4.0': 'no-changes',
  'MIT': 'permissive', 'Apache-2.0': 'permissive', 'BSD-2-Clause': 'permissive', 'BSD-3-Clause': 'permissive', 'ISC': 'permissive',
  'EUPL-1.1': 'copyleft', 'EUPL-1.2': 'copyleft', 'GPL-2.0-only': 'copyleft', 'GPL-2.0-or-later': 'copyleft', 'GPL-3.0-only': 'copyleft', 'GPL-3.0-or-later': 'copyleft',
  'LGPL-2.1-only': 'copyleft-weak', 'LGPL-2.1-or-later': 'copyleft-weak', 'LGPL-3.0-only': 'copyleft-weak', 'LGPL-3.0-or-later': 'copyleft-weak', 'MPL-2.0': 'copyleft-weak', 'EPL-2.0': 'copyleft-weak',
  'AGPL-3.0-only': 'copyleft-network', 'AGPL-3.0-or-later': 'copyleft-network',
} // prettier-ignore

/** What people may do with it, in one word. An expression of several licences has no single answer. */
export const licenceKindOf = (licence: string): LicenceKind => (licence === unstated ? 'unstated' : (known[licence] ?? 'other'))

const identifiers: ReadonlySet<string> = new Set(ids)

/** True for an SPDX identifier or an expression of several (SPDX 3.0, annex B): `EUPL-1.2`, `MIT OR Apache-2.0`, `(MIT AND CC-BY-4.0)`. */
export function isSpdx(licence: string): boolean {
  const bare = licence.trim()
  const inner = /^\(([^()]+)\)$/.exec(bare)?.[1] ?? bare
  return inner.split(/\s+(?:AND|OR)\s+/).every((part) => {
    const [, id = ''] = /^\(?([A-Za-z0-9.-]+)\+?(?: WITH [A-Za-z0-9.-]+)?\)?$/.exec(part.trim()) ?? []
    return identifiers.has(id) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(id)
  })
}

/** Where the text of a single licence stands; undefined for expressions. */
export const licenceHref = (licence: string): string | undefined => (/^[A-Za-z0-9.+-]+$/.test(licence) && isSpdx(licence) ? `https://spdx.org/licenses/${licence.replace(/\+$/, '')}.html` : undefined)
