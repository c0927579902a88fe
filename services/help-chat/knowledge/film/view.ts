/** The explainer in the reader's language: captions, and what they say as text. */
export type Film = { readonly href: string; readonly type: string; readonly poster: string; readonly captions: Captions; readonly others: readonly Captions[]; readonly transcript: readonly string[] }
export type Captions = { readonly lang: string; readonly label: string; readonly href: string }

/** The bytes a browser asks for in parts, both ends included (RFC 9110, 14.2). Undefined: the whole; `false`: there is no such part. */
export function partOf(range: string | undefined, size: number): { start: number; end: number } | false | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start <= end && start < size ? { start, end } : false
}
