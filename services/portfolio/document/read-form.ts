import { errorsIn, tickedOf, typedOf, type Ask, type FormErrors, type Typed, type Upload } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { pageWords } from '../locales/index.ts'
import type { Draft } from './desk.ts'
import { isText, languagesOf, mediaTypeOf, offeredLicences, pathOf, sizeOf } from './rules.ts'
import { DocumentForm, filesLimit, mainPath, type TownDocument } from './schema.ts'

type Read = { readonly ok: true; readonly draft: Draft; readonly base: number | undefined; readonly typed: Typed } | { readonly ok: false; readonly typed: Typed; readonly errors: FormErrors }

/** What somebody sent with the form of a document: texts, new files, and which of those go that `keptOf` knows of a version. `known`: the document as it is, when it is changed. */
export async function readDocumentForm(ask: Pick<Ask, 'say' | 'form' | 'uploads'>, known?: Pick<TownDocument, 'licence' | 'languages'>, keptOf: (from: number | undefined) => Promise<readonly ReuseFile[]> = () => Promise.resolve([])): Promise<Read> {
  const t = ask.say(pageWords)
  const uploaded = await takeFiles(ask.uploads())
  const read = ask.form(DocumentForm)
  const sentences = (of: Parameters<typeof errorsIn>[1]) => errorsIn(t, of, (field) => t.find(`document.field.${field}`) ?? field)
  const errors: Record<string, string> = read.ok ? {} : { ...sentences(read.errors) }
  if (read.ok && !offeredLicences(known?.licence).includes(read.value.licence)) Object.assign(errors, sentences([{ field: 'licence', code: 'not-offered' }]))
  const kept = await keptOf(Number(typedOf(read.typed, 'from')) || undefined)
  const removed = new Set(tickedOf(read.typed, 'remove'))
  const text = typedOf(read.typed, 'text').replaceAll(/\r\n?/g, '\n')
  const others = kept.filter(({ path }) => path !== mainPath && !removed.has(path) && !uploaded.files.some((file) => file.path === path))
  const main: ReuseFile[] = text.trim() === '' ? [] : [{ path: mainPath, mediaType: 'text/markdown', text: text.endsWith('\n') ? text : `${text}\n` }]
  const files = [...main, ...others, ...uploaded.files]
  if (uploaded.twice !== undefined) errors['files'] = t('portfolio.document.twice', { file: uploaded.twice })
  else if (main.length > 0 && uploaded.files.some(({ path }) => path === mainPath)) errors['files'] = t('portfolio.document.main')
  else if (uploaded.tooLarge || files.reduce((sum, file) => sum + sizeOf(file), 0) > filesLimit) errors['files'] = t('portfolio.document.too-large')
  else if (files.length === 0) errors['text'] = t('portfolio.document.empty')
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, typed: read.typed, errors }
  const { title, titleEn, summary, summaryEn, class: kind, licence, label, note = '', base } = read.value
  const draft: Draft = { title: { de: title, ...(titleEn && { en: titleEn }) }, summary: { de: summary, ...(summaryEn && { en: summaryEn }) }, class: kind, licence, languages: languagesOf(known?.languages, titleEn !== undefined && titleEn !== title), label, note, files }
  return { ok: true, draft, base: base === undefined ? undefined : Number(base), typed: read.typed }
}

async function takeFiles(uploads: AsyncIterable<Upload>): Promise<{ files: ReuseFile[]; tooLarge: boolean; /** A name that two of them have. */ twice: string | undefined }> {
  const files = new Map<string, ReuseFile>()
  let size = 0
  let twice: string | undefined
  for await (const { name, declaredType, content } of uploads) {
    const pieces: Buffer[] = []
    for await (const chunk of content) {
      const piece = Buffer.from(chunk as Uint8Array) // a byte stream's chunks
      size += piece.length
      if (size <= filesLimit) pieces.push(piece)
    }
    const path = pathOf(name)
    if (files.has(path)) twice ??= path
    const mediaType = mediaTypeOf(path, declaredType)
    const bytes = Buffer.concat(pieces)
    // What calls itself a text and is none is kept byte by byte.
    const text = isText(mediaType) ? utf8(bytes) : undefined
    files.set(path, text === undefined ? { path, mediaType: isText(mediaType) ? 'application/octet-stream' : mediaType, base64: bytes.toString('base64') } : { path, mediaType, text })
  }
  return { files: [...files.values()], tooLarge: size > filesLimit, twice }
}

function utf8(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8')
  return text.includes('\u0000') || !Buffer.from(text, 'utf8').equals(bytes) ? undefined : text
}
