import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'

let town: Town
before(async () => {
  town = await startTown({ services: ['help-chat'] })
})
after(() => town.close())

const ask = (path: string) => fetch(town.url(path, 'hohenried'), { redirect: 'manual', headers: { cookie: 'theme=dark; mr=stolen', accept: 'text/html' } })

// What `application-security` lists of the peers ask for, and what our pages say. A change here is a decision, never an accident.
const sealed = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';media-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types default help-chat",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), ambient-light-sensor=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'referrer-policy': 'no-referrer',
  'set-cookie': null,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
}

test('pages of the anonymous person carry the sealed headers, and no cookie', async () => {
  for (const path of ['/help-chat']) {
    const { headers, status } = await ask(path)
    assert.equal(status, 200, path)
    assert.deepEqual(Object.fromEntries(Object.keys(sealed).map((name) => [name, headers.get(name)])), sealed, path)
  }
})

test('the way out lets the browser forget and leads to the town’s front page', async () => {
  const { headers, status } = await ask('/help-chat/exit')
  assert.deepEqual([status, headers.get('location'), headers.get('clear-site-data'), headers.get('cache-control'), headers.get('set-cookie')], [303, '/', '"cache", "storage"', 'no-store', null])
  assert.equal((await ask('/help-chat/exit?keep=1')).headers.get('clear-site-data'), '"cache"')
})
