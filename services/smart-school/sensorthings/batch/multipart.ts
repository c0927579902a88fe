import { refusal } from '../refusal.ts'
import type { Answer } from '../server/exchange.ts'
import type { Item, Part, PartAnswer } from './run.ts'

const wrong = (what: string) => refusal(400, 'batch', `The batch cannot be read: ${what}`)

/** Reads `multipart/mixed` with `application/http` parts and change sets within (18-088, 11.1; RFC 2046, 5.1). @throws Refusal */
export function readMultipart(contentType: string, body: string): Item[] {
  return partsOf(contentType, body).map(({ headers, content }) => {
    const type = headers.get('content-type') ?? ''
    if (/^multipart\/mixed/i.test(type)) return { together: true, parts: partsOf(type, content).map(readRequest) }
    return { together: false, parts: [readRequest({ headers, content })] }
  })
}

type Piece = { readonly headers: ReadonlyMap<string, string>; readonly content: string }

function partsOf(contentType: string, body: string): Piece[] {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw wrong('Content-Type names no boundary.')
  const pieces = `\n${body.replaceAll('\r\n', '\n')}`.split(`\n--${boundary}`)
  const end = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'))
  if (end < 0) throw wrong(`the end --${boundary}-- is missing.`)
  return pieces.slice(1, end).map((piece) => pieceOf(piece.replace(/^[ \t]*\n/, '')))
}

function pieceOf(text: string): Piece {
  // A part without headers begins with the empty line.
  const cut = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  const head = cut < 0 ? text : text.slice(0, cut)
  const headers = new Map(
    head.split('\n').flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const] : []
    }),
  )
  return { headers, content: cut < 0 ? '' : text.slice(cut).replace(/^\n{1,2}/, '') }
}

function readRequest({ headers, content }: Piece): Part {
  if (!/^application\/http/i.test(headers.get('content-type') ?? '')) throw wrong('a part is neither application/http nor multipart/mixed.')
  const [line = '', ...rest] = content.replace(/^\n+/, '').split('\n')
  const [, method, url] = /^(GET|POST|PATCH|PUT|DELETE) (\S(?:.*\S)?)(?: HTTP\/1\.[01])?$/.exec(line.trim().replace(/ HTTP\/1\.[01]$/, '')) ?? []
  if (!method || !url) throw wrong(`"${line.slice(0, 60)}" is no request line.`)
  const inner = pieceOf(rest.join('\n'))
  return { id: headers.get('content-id') ?? '', method, url, contentType: inner.headers.get('content-type') ?? '', body: inner.content }
}

const names: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 204: 'No Content', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 413: 'Content Too Large', 503: 'Service Unavailable' }

function printAnswer({ id, answer: { status, headers = {}, body, text } }: PartAnswer): string {
  const content = text ?? (body === undefined ? '' : JSON.stringify(body))
  const head = { ...(content !== '' && { 'Content-Type': text === undefined ? 'application/json' : 'text/plain', 'Content-Length': String(Buffer.byteLength(content)) }), ...(headers['location'] && { Location: headers['location'] }) }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  return `Content-Type: application/http\r\n${id ? `Content-ID: ${id}\r\n` : ''}\r\nHTTP/1.1 ${status} ${names[status] ?? ''}\r\n${lines.join('')}\r\n${content}`
}

/** Writes the answers in the same form. */
export function printMultipart(results: readonly { item: Item; answers: readonly PartAnswer[]; failed: boolean }[]): Answer {
  const outer = 'batch_answer'
  const parts = results.flatMap(({ item, answers, failed }, index) => {
    if (!item.together || failed) return answers.map(printAnswer)
    const inner = `changeset_answer_${index}`
    return [`Content-Type: multipart/mixed; boundary=${inner}\r\n\r\n${answers.map((answer) => `--${inner}\r\n${printAnswer(answer)}\r\n`).join('')}--${inner}--`]
  })
  return { status: 200, headers: { 'content-type': `multipart/mixed; boundary=${outer}` }, text: `${parts.map((part) => `--${outer}\r\n${part}\r\n`).join('')}--${outer}--\r\n` }
}
