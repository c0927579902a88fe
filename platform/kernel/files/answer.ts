import { body, type Answer } from '../http/answer.ts'
import type { StoredFile } from './queries.ts'
import { readRange } from './range.ts'
import type { FileStore } from './store.ts'

type Headers = Readonly<Record<string, string | undefined>>
export type FileAnswerOptions = {
  /** For a picture in a page. Only for image types that carry no script. */
  inline?: boolean
  /** Default: each time asked about again, by ETag. */
  cacheControl?: string
}

const showable = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'])

/** A stored file as an answer: as a download, never sniffed, in parts when asked (`headers` are the request's). */
export async function fileAnswer(store: FileStore, file: StoredFile, headers: Headers = {}, options: FileAnswerOptions = {}): Promise<Answer> {
  const tag = `"${file.sha256}"`
  const common = {
    etag: tag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-disposition': disposition(file.name, options.inline === true && showable.has(file.type)),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': options.cacheControl ?? 'private, no-cache',
  }
  if (names(headers['if-none-match'], tag)) return body(file.type, '', { status: 304, headers: common })
  const unchanged = headers['if-range'] === undefined || headers['if-range'] === tag
  const range = unchanged ? readRange(headers['range'], file.size) : undefined
  if (range === 'unsatisfiable') return body('text/plain; charset=utf-8', '', { status: 416, headers: { ...common, 'content-range': `bytes */${file.size}` } })
  const content = await store.get(file.tenant, file.sha256, range)
  if (!range) return body(file.type, content, { headers: { ...common, 'content-length': String(file.size) } })
  return body(file.type, content, {
    status: 206,
    headers: { ...common, 'content-length': String(range.end - range.start + 1), 'content-range': `bytes ${range.start}-${range.end}/${file.size}` },
  })
}

const names = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag) ?? false

// RFC 6266: a plain name for old programs, the true one in UTF-8.
function disposition(name: string, inline: boolean): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
