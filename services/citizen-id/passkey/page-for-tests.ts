/** What the page hands to the script of one of its islands. */
export function islandProps<P>(html: string, name: string): P {
  const found = new RegExp(`data-island="${name}"[^>]*data-props="([^"]*)"`).exec(html)?.[1]
  if (found === undefined) throw new Error(`No island ${name} on: ${html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)}`)
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as P // written by Island
}

export type CeremonyProps = { options: { challenge: string; user?: { id: string } }; choice?: { challenges: Record<string, string> } }
