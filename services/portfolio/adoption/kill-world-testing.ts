import { openDatabase, openPool, type Database, type Platform, type Tenant } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { testTenants } from '@modellregion/testing'
import { documentKinds } from '../document/kind.ts'

/** Towns of the test that kills: one offers, one takes over. */
export const giver = 'erlenau'
export const taker = 'moorbek'
export const tenantOfTaker: Tenant = { ...testTenants[taker], services: ['portfolio'] }

/** What taking over needs of a platform: the database, and who can work with documents. */
export function townAt(url: string): { platform: Platform; database: Database } {
  const database = openDatabase(openPool(url, { name: 'killed', size: 8 }), new Set(['platform', 'portfolio']))
  const registry = { offersOf: () => [{ service: { id: 'portfolio' }, offer: documentKinds }] }
  return { platform: { database, registry } as unknown as Platform, database } // nothing else of it is asked for
}

/** Every second entry is changed by the town before the original has a new version: there both sides come together. */
export const isEdited = (n: number): boolean => n % 2 === 0

const text = (n: number, first: string, last: string): ReuseFile => ({ path: 'text.md', mediaType: 'text/markdown', text: [first, `Eintrag ${n}`, ...Array.from({ length: 60 }, (_, line) => `Zeile ${line} von ${n}`), last, ''].join('\n') })
const picture = (n: number, version: number): ReuseFile => ({ path: 'bild.png', mediaType: 'image/png', base64: Buffer.from(`Bild ${n} ${version}`.repeat(200)).toString('base64') })

/** The files of an entry in its first or second version. */
export const versionFiles = (n: number, version: 1 | 2): ReuseFile[] => [picture(n, version), text(n, `Anfang ${version}`, 'Ende')]
/** What the town makes of the first version. */
export const edited = (n: number): ReuseFile[] => [picture(n, 1), text(n, 'Anfang 1', 'unser Ende')]
/** How the town's own has to look in the end. */
export const finished = (n: number): ReuseFile[] => [picture(n, 2), text(n, 'Anfang 2', isEdited(n) ? 'unser Ende' : 'Ende')]
