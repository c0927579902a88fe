import type { ReuseInstalled, ReuseItem, ReuseKind, ReuseKinds } from '@modellregion/contracts'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { makeDocument, reviseDocument, type Draft } from './desk.ts'
import { findDocument, findInstalledVersion, getDocumentVersion, listDocuments } from './queries.ts'
import { findingsOf, refOf } from './rules.ts'
import type { DocumentVersion, TownDocument } from './schema.ts'

export const documentHref = (ref: string): string => `/portfolio/document/${ref}`

/** Texts and files: what is taken over stands under the town's own templates, ready to be changed. */
const documentKind: ReuseKind<Platform> = {
  id: 'document',
  title: { de: 'Text oder Vorlage', en: 'Text or template' },
  use: { de: 'Steht danach unter den eigenen Vorlagen und lässt sich dort ändern.', en: 'Stands among the town’s own templates afterwards and can be changed there.' },
  titleApart: true,
  shipped: () => [],
  list: (platform, town, now) =>
    unit(platform, town.id, 'read', now, async (db) => {
      const documents = (await listDocuments(db, { from: 0, size: 500 })).filter(({ retiredAt }) => retiredAt === null)
      const items: ReuseItem[] = []
      for (const document of documents) items.push(itemOf(document, await getDocumentVersion(db, document.ref, document.currentVersion)))
      return items
    }),
  read: (platform, town, ref, now) =>
    unit(platform, town.id, 'read', now, async (db) => {
      const document = await findDocument(db, ref)
      return document && { ...itemOf(document, await getDocumentVersion(db, ref, document.currentVersion)), state: stateOf(document) }
    }),
  check: (item) => findingsOf(item),
  install: async (platform, town, order, now) => {
    const findings = findingsOf(order.item)
    if (findings.some(({ level }) => level === 'error')) return { ok: false, findings }
    return await unit(platform, town.id, 'write', now, async (db): Promise<ReuseInstalled> => {
      const done = await findInstalledVersion(db, order.key)
      if (done) return { ok: true, ref: done.ref, href: documentHref(done.ref) }
      const draft = draftOf(order.item, order.key)
      const known = order.into === undefined ? undefined : await findDocument(db, order.into)
      if (order.over !== undefined && order.over !== (known ? stateOf(known) : null)) return changed
      if (!known) {
        const ref = await makeDocument(db, draft, isId(order.item.ref) ? undefined : refOf(order.item.ref))
        return { ok: true, ref, href: documentHref(ref) }
      }
      if ((await reviseDocument(db, known.ref, draft, known.currentVersion)) === 'outdated') return changed
      return { ok: true, ref: known.ref, href: documentHref(known.ref) }
    }, order.actor)
  },
}

export const documentKinds: ReuseKinds<Platform> = [documentKind]

// What comes from another installation has an id instead of a name: its title makes the better address.
const isId = (ref: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref)

// Each change is a version, and two cannot write the same one.
const stateOf = ({ currentVersion }: TownDocument): string => String(currentVersion)
const changed: ReuseInstalled = { ok: false, changed: true, findings: [] }

const unit = <T>(platform: Platform, tenant: string, access: 'read' | 'write', now: Date, work: (db: UnitOfWork) => Promise<T>, actor?: string): Promise<T> =>
  platform.database.unit({ tenant, service: 'portfolio', access, now, ...(actor !== undefined && { actor }) }, work)

/** A document in one of its versions, as others get it. */
export const itemOf = (document: TownDocument, version: Pick<DocumentVersion, 'label' | 'files'>): ReuseItem => ({
  ref: document.ref,
  class: document.class,
  title: inBoth(document.title),
  summary: inBoth(document.summary),
  licence: document.licence,
  version: version.label,
  languages: document.languages,
  files: version.files,
  href: documentHref(document.ref),
})

const inBoth = ({ de, en }: { readonly de?: string; readonly en?: string }) => ({ de: de ?? en ?? '', en: en ?? de ?? '' })
const draftOf = (item: ReuseItem, installKey: string): Draft => ({ class: item.class, title: item.title, summary: item.summary, licence: item.licence, languages: item.languages, label: item.version, note: '', files: item.files, installKey })
