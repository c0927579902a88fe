import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import Provider, { type Configuration } from 'oidc-provider'

export type TestProvider = { issuer: string; clientId: string; clientSecret: string; provider: Provider; server: Server; close(): Promise<void> }

/** People whom the provider knows by their login. */
const people: Readonly<Record<string, Record<string, string | boolean>>> = {
  mia: { name: 'Mia Beispiel', email: 'mia.beispiel@example.org', email_verified: true },
  noah: { given_name: 'Noah', family_name: 'Probe', email: 'mia.beispiel@example.org', email_verified: false },
}

/** A real OpenID Connect provider on loopback; its own login form is answered by `signInAt`. */
export async function openTestProvider(redirectHosts: readonly string[]): Promise<TestProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const [clientId, clientSecret] = ['modellregion', 'a-secret-that-only-this-test-knows-0123456789']
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectHosts.map((host) => `http://${host}/sign-in/test/return`),
        post_logout_redirect_uris: redirectHosts.map((host) => `http://${host}/sign-out/done`),
        backchannel_logout_uri: 'http://127.0.0.1:9/never-called',
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub', 'acr', 'sid'], profile: ['name', 'given_name', 'family_name'], email: ['email', 'email_verified'] },
    acrValues: ['http://eidas.europa.eu/LoA/substantial'],
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['test-only'] },
    conformIdTokenClaims: true,
  }
  const provider = new Provider(issuer, configuration)
  server.on('request', provider.callback())
  return {
    issuer,
    clientId,
    clientSecret,
    provider,
    server,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A person at the provider: follows its redirects, fills in its login form, agrees, and comes back with an address of the town. */
export async function signInAt(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = new URL(start)
  let form: { action: string; fields: Record<string, string> } | undefined
  for (let step = 0; step < 12; step++) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form.fields) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    form = undefined
    const location = response.headers.get('location')
    if (location) {
      const next = new URL(location, url)
      if (next.host !== new URL(start).host) return next.href
      url = next
      continue
    }
    const html = await response.text()
    const action = /action="([^"]+)"/.exec(html)?.[1]
    if (!action) throw new Error(`The provider shows no form: ${response.status} ${html.slice(0, 500)}`)
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? 'login'
    form = { action, fields: prompt === 'login' ? { prompt, login, password: 'any' } : { prompt } }
    url = new URL(action, url)
  }
  throw new Error('The provider goes round in circles.')
}
