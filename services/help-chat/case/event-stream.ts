/** One event of a `text/event-stream` (HTML, "Server-sent events"). */
export type StreamEvent = { readonly event: string; readonly data: string }

/**
 * Takes the whole events off the beginning of what has arrived; `rest` is what is not finished yet. Comments keep the line open and say
 * nothing.
 */
export function takeEvents(arrived: string): { readonly events: readonly StreamEvent[]; readonly rest: string } {
  const blocks = arrived.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.map(readBlock).filter((event) => event !== undefined)
  return { events, rest }
}

function readBlock(block: string): StreamEvent | undefined {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? []
    if (name === 'event') event = value
    if (name === 'data') data.push(value)
  }
  return data.length === 0 ? undefined : { event, data: data.join('\n') }
}
