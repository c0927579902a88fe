import dns from 'node:dns'

// Names below localhost are this machine (RFC 6761, 6.3). Browsers know that; not every resolver does.
const resolve = dns.lookup
dns.lookup = ((name: string, ...rest: [never, never]) => resolve(name.endsWith('.localhost') ? 'localhost' : name, ...rest)) as typeof resolve

/** What a browser without scripts knows of a page. */
export type Shown = { status: number; url: URL; text: string; headers: Headers }

/** A browser without scripts: keeps cookies by name, host and path, follows redirects by hand, sends forms with what they hold. */
export type PlainBrowser = {
  /** Follows redirects until a page is shown, or until an address matches `until`. */
  open(address: string, options?: { until?: RegExp; method?: 'GET' | 'POST'; body?: URLSearchParams; headers?: Record<string, string> }): Promise<Shown>
  /** Sends the form of the last page whose action ends with this, with its hidden fields and what is filled in. */
  send(action: string, fields?: Record<string, string>, options?: { until?: RegExp }): Promise<Shown>
  readonly page: Shown
  readonly trail: readonly string[]
  cookies(): readonly { name: string; value: string; path: string }[]
  setCookie(name: string, value: string, path?: string): void
}

type Cookie = { name: string; value: string; path: string }

export function plainBrowser(): PlainBrowser {
  let jar: (Cookie & { host: string })[] = []
  let page: Shown | undefined
  let trail: string[] = []
  const shown = (): Shown => {
    if (!page) throw new Error('No page is open.')
    return page
  }

  const cookieLine = (url: URL): string =>
    jar.filter(({ host, path }) => host === url.host && (url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`))).map(({ name, value }) => `${name}=${value}`).join('; ')

  const keep = (url: URL, lines: readonly string[]): void => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      const gone = value === '' || attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
      jar = jar.filter((cookie) => !(cookie.name === name && cookie.host === url.host && cookie.path === path))
      if (!gone) jar.push({ name, value, path, host: url.host })
    }
  }

  const open: PlainBrowser['open'] = async (address, { until, method = 'GET', body, headers = {} } = {}) => {
    let url = new URL(address, page?.url)
    let form = body
    trail = []
    for (let hop = 0; hop < 15; hop++) {
      trail.push(url.href)
      if (until?.test(url.href)) return (page = { status: 0, url, text: '', headers: new Headers() })
      const response = await fetch(url, {
        redirect: 'manual',
        method: form ? 'POST' : hop === 0 ? method : 'GET',
        headers: { accept: 'text/html', 'accept-language': 'de', cookie: cookieLine(url), ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
        ...(form && { body: form }),
      })
      keep(url, response.headers.getSetCookie())
      form = undefined
      const location = response.headers.get('location')
      if (location === null || response.status < 300 || response.status > 399) return (page = { status: response.status, url, text: await response.text(), headers: response.headers })
      await response.arrayBuffer()
      url = new URL(location, url)
    }
    throw new Error(`Round in circles: ${trail.join(' → ')}`)
  }

  return {
    open,
    send: async (action, fields = {}, { until } = {}) => {
      const { text, url } = shown()
      const form = [...text.matchAll(/<form[^>]*\baction="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(([, target = '']) => target.replaceAll('&amp;', '&').split('?')[0]?.endsWith(action))
      if (!form) throw new Error(`${url.href} has no form for ${action}: ${text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 400)}`)
      const hidden = [...(form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''])
      const body = new URLSearchParams(hidden.map(([name = '', value = '']) => [name, plain(value)]))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return await open(new URL(plain(form[1] ?? ''), url).href, { body, ...(until && { until }) })
    },
    get page() {
      return shown()
    },
    get trail() {
      return trail
    },
    cookies: () => jar,
    setCookie: (name, value, path = '/') => {
      jar = jar.filter((cookie) => !(cookie.name === name && cookie.path === path))
      jar.push({ name, value, path, host: shown().url.host })
    },
  }
}

const plain = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
