import type { Ask, FormErrors, Typed } from '@modellregion/kernel'
import { Type } from 'typebox'
import { pageWords } from '../../locales/index.ts'
import { largestFile } from '../rules/read-yaml.ts'
import { readAddress } from '../read-address.ts'

/** A form writes each letter that is not plain as up to nine. */
export const roomForFile = 6 * 1024 * 1024
const SourceForm = Type.Object({ address: Type.Optional(Type.String({ maxLength: 2_000 })), text: Type.Optional(Type.String({ maxLength: largestFile })), draft: Type.Optional(Type.String({ maxLength: 10 })) })

export type Source = { readonly bytes: Uint8Array; /** Of the raw file, when it came from the web. */ readonly address: string | null; readonly etag: string | null }
export type Given = { readonly typed: Typed; readonly draft: boolean } & ({ readonly source: Source } | { readonly errors: FormErrors })

/** The file that a form names in one of three ways: upload first, then text, then address. */
export async function readSource(ask: Pick<Ask, 'uploads' | 'form' | 'say' | 'platform' | 'headers'>): Promise<Given> {
  const t = ask.say(pageWords)
  const { headers } = ask
  let uploaded: Uint8Array | undefined
  for await (const { field, content } of ask.uploads()) {
    const bytes = await bounded(content)
    if (field === 'file' && bytes.length > 0) uploaded = bytes
  }
  const form = ask.form(SourceForm)
  const { address = '', text = '', draft } = form.ok ? form.value : { address: '', text: '' }
  const given = { typed: form.typed, draft: draft !== undefined && draft !== '' }
  const isUpload = headers['content-type']?.startsWith('multipart/') === true
  if (isUpload && !uploaded) return { ...given, errors: { file: t('publiccode.check.nothing') } }
  if (uploaded) return { ...given, source: { bytes: uploaded, address: null, etag: null } }
  if (!form.ok) return { ...given, errors: { [form.errors[0]?.field ?? 'text']: t('publiccode.finding.too-large', { value: '', limit: largestFile / 1024 }) } }
  if (text.trim() !== '') return { ...given, source: { bytes: new TextEncoder().encode(text.replaceAll('\r\n', '\n')), address: null, etag: null } }
  if (address.trim() === '') return { ...given, errors: { address: t('publiccode.check.nothing') } }
  const read = await readAddress(address.trim(), { platform: ask.platform })
  if (!read.ok) return { ...given, errors: { address: t(`publiccode.fetch.${read.refusal.reason}`) } }
  return { ...given, source: { bytes: read.bytes, address: read.address, etag: read.etag } }
}

/** What is too large is not read to its end into memory: the check refuses one byte more than allowed. */
async function bounded(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size <= largestFile + 65_536) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
