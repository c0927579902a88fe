import { Type } from 'typebox'
import { body, consolePage, get, NotFound, page, title, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findEntryOfItem } from '../../shelf/queries.ts'
import { textOf } from '../../shelf/schema.ts'
import { DocumentListPage } from '../pages/list.tsx'
import { DocumentPage } from '../pages/document.tsx'
import { countDocuments, getDocument, getDocumentVersion, listDocuments, listDocumentVersions } from '../queries.ts'
import { ByRef } from './write.ts'

const pageSize = 25
const Version = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const documentReading: readonly Route[] = [
  get('/portfolio/document', { access: 'document.read', query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }, { additionalProperties: true }), title: title(words, 'document.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const at = ask.query.page ?? 1
    const { documents, n } = await ask.read(async (db) => ({ documents: await listDocuments(db, { from: (at - 1) * pageSize, size: pageSize }), ...(await countDocuments(db)) }))
    return page(DocumentListPage, { t, documents, page: at, pages: Math.max(1, Math.ceil(n / pageSize)), mayEdit: ask.may('document.edit') }, consolePage(ask, { title: t('document.title') }))
  }),
  get('/portfolio/document/:ref', { access: 'document.read', params: ByRef, query: Type.Object({ version: Version, saved: Type.Optional(Type.String()) }, { additionalProperties: true }), title: title(words, 'document.title') }, async (ask) => {
    const t = ask.say(pageWords)
    const found = await ask.read(async (db) => {
      const document = await getDocument(db, ask.params.ref)
      return {
        document,
        version: await getDocumentVersion(db, document.ref, ask.query.version ?? document.currentVersion),
        versions: await listDocumentVersions(db, document.ref),
        offered: (await findEntryOfItem(db, 'portfolio.document', document.ref))?.id,
      }
    })
    return page(DocumentPage, { t, csrf: ask.csrf(), ...found, saved: ask.query.saved === '1', mayEdit: ask.may('document.edit') }, consolePage(ask, { title: textOf(found.document.title, t.locale) }))
  }),
  get('/portfolio/document/:ref/file', { access: 'document.read', params: ByRef, query: Type.Object({ path: Type.String({ maxLength: 200 }), version: Version }), api: { summary: 'One file of a town’s template.', tag: 'Portfolio' } }, async (ask) => {
    const file = await ask.read(async (db) => {
      const document = await getDocument(db, ask.params.ref)
      const { files } = await getDocumentVersion(db, document.ref, ask.query.version ?? document.currentVersion)
      return files.find(({ path }) => path === ask.query.path)
    })
    if (!file) throw new NotFound()
    const name = file.path.split('/').at(-1) ?? 'datei'
    // Never shown in the page's own origin: what others uploaded is saved to disk.
    const headers = { 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff' }
    return body(file.text === undefined ? file.mediaType : `${file.mediaType}; charset=utf-8`, file.text ?? Buffer.from(file.base64 ?? '', 'base64'), { headers })
  }),
]
