import { errorsIn, typedOf, type Ask, type FormErrors, type Typed, type Upload } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { pageWords } from '../locales/index.ts'
import type { Draft } from './desk.ts'
import { isText, mediaTypeOf, pathOf, sizeOf } from './rules.ts'
import { DocumentForm, filesLimit, mainPath } from './schema.ts'

type Read = { readonly ok: true; readonly draft: Draft; readonly base: number | undefined; readonly typed: Typed } | { readonly ok: false; readonly typed: Typed; readonly errors: FormErrors }

/** What somebody sent with the form of a document: texts, new files, and which of the `kept` ones go. */
export async function readDocumentForm(ask: Pick<Ask, 'say' | 'form' | 'uploads' | 'fields'>, kept: readonly ReuseFile[]): Promise<Read> {
  const t = ask.say(pageWords)
  const uploaded = await takeFiles(ask.uploads())
  const read = ask.form(DocumentForm)
  const errors: Record<string, string> = read.ok ? {} : { ...errorsIn(t, read.errors, (field) => t.find(`document.field.${field}`) ?? field) }
  const removed = new Set((ask.fields().get('remove') ?? []).map(String))
  const text = typedOf(read.typed, 'text').replaceAll(/\r\n?/g, '\n')
  const others = kept.filter(({ path }) => path !== mainPath && !removed.has(path) && !uploaded.files.some((file) => file.path === path))
  const main: ReuseFile[] = text.trim() === '' ? [] : [{ path: mainPath, mediaType: 'text/markdown', text: text.endsWith('\n') ? text : `${text}\n` }]
  const files = [...main, ...others, ...uploaded.files]
  if (uploaded.tooLarge || files.reduce((sum, file) => sum + sizeOf(file), 0) > filesLimit) errors['files'] = t('portfolio.document.too-large')
  else if (files.length === 0) errors['text'] = t('portfolio.document.empty')
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, typed: read.typed, errors }
  const { title, titleEn, summary, summaryEn, class: kind, licence, label, note = '', base } = read.value
  const draft: Draft = { title: { de: title, ...(titleEn && { en: titleEn }) }, summary: { de: summary, ...(summaryEn && { en: summaryEn }) }, class: kind, licence, languages: titleEn ? ['de', 'en'] : ['de'], label, note, files }
  return { ok: true, draft, base: base === undefined ? undefined : Number(base), typed: read.typed }
}

async function takeFiles(uploads: AsyncIterable<Upload>): Promise<{ files: ReuseFile[]; tooLarge: boolean }> {
  const files = new Map<string, ReuseFile>()
  let size = 0
  for await (const { name, declaredType, content } of uploads) {
    const pieces: Buffer[] = []
    for await (const chunk of content) {
      const piece = Buffer.from(chunk as Uint8Array) // a byte stream's chunks
      size += piece.length
      if (size <= filesLimit) pieces.push(piece)
    }
    const path = pathOf(name)
    const mediaType = mediaTypeOf(path, declaredType)
    const bytes = Buffer.concat(pieces)
    // What calls itself a text and is none is kept byte by byte.
    const text = isText(mediaType) ? utf8(bytes) : undefined
    files.set(path, text === undefined ? { path, mediaType: isText(mediaType) ? 'application/octet-stream' : mediaType, base64: bytes.toString('base64') } : { path, mediaType, text })
  }
  return { files: [...files.values()], tooLarge: size > filesLimit }
}

function utf8(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8')
  return text.includes('\u0000') || !Buffer.from(text, 'utf8').equals(bytes) ? undefined : text
}
