import assert from 'node:assert/strict'
import type { ReuseItem, ReuseKind } from '@modellregion/contracts'

export type ContractCase<P> = {
  readonly kind: ReuseKind<P>
  readonly platform: P
  readonly town: { readonly id: string }
  /** A second town, which must never see anything of the first. */
  readonly other: { readonly id: string }
  readonly now: Date
  /** The same thing with other contents. */
  changed(item: ReuseItem): ReuseItem
  /** A thing that may not be installed. */
  broken(item: ReuseItem): ReuseItem
}

const bare = ({ files, title, summary, licence, class: kind, version, languages }: ReuseItem) => ({ files, title, summary, licence, kind, version, languages })
const key = (n: number): string => `0193e000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** What every kind of thing that can be taken over keeps. For tests: throws at the first promise that is broken. */
export async function assertKeepsContract<P>({ kind, platform, town, other, now, changed, broken }: ContractCase<P>): Promise<void> {
  const shipped = await kind.shipped()
  assert.ok(shipped.length > 0)
  assert.equal(new Set(shipped.map(({ ref }) => ref)).size, shipped.length, 'every shipped thing has a name of its own')
  for (const item of shipped) {
    assert.match(item.ref, /^[A-Za-z0-9._-]+$/)
    assert.deepEqual(item.files.map(({ path }) => path), item.files.map(({ path }) => path).toSorted(), `${item.ref}: files in the order of their paths`)
    assert.deepEqual(await kind.check(item, now), [], `${item.ref}: what is shipped can be installed without a remark`)
  }
  const [first] = shipped
  assert.ok(first)
  assert.equal(await kind.read(platform, town, 'there-is-none', now), undefined)
  const before = await kind.list(platform, town, now)

  const made = await kind.install(platform, town, { key: key(1), item: first }, now)
  assert.ok(made.ok)
  assert.deepEqual(await kind.install(platform, town, { key: key(1), item: first }, now), made, 'the same order is carried out once')
  assert.equal((await kind.list(platform, town, now)).length, before.length + 1)
  const read = await kind.read(platform, town, made.ref, now)
  assert.ok(read)
  assert.deepEqual(read.files, first.files)
  assert.deepEqual(read.licence, first.licence)
  assert.equal(read.ref, made.ref)
  assert.equal(read.href, made.href)

  const next = changed(first)
  const revised = await kind.install(platform, town, { key: key(2), item: next, into: made.ref }, now)
  assert.deepEqual(revised, made, 'a next version stays the same thing')
  assert.deepEqual((await kind.read(platform, town, made.ref, now))?.files, next.files)
  assert.deepEqual(await kind.install(platform, town, { key: key(1), item: first }, now), made, 'an old order repeated changes nothing')
  assert.deepEqual((await kind.read(platform, town, made.ref, now))?.files, next.files)
  assert.equal((await kind.list(platform, town, now)).length, before.length + 1)

  const { state } = (await kind.read(platform, town, made.ref, now)) ?? assert.fail()
  assert.notEqual(state, read.state, 'each change is another state')
  const changed_ = { ok: false, changed: true, findings: [] }
  for (const over of [read.state, null]) assert.deepEqual(await kind.install(platform, town, { key: key(5), item: first, into: made.ref, over }, now), changed_, 'another state than the one that was looked at is not written over')
  assert.deepEqual(await kind.install(platform, town, { key: key(5), item: first, into: 'there-is-none', over: state }, now), changed_)
  assert.deepEqual((await kind.read(platform, town, made.ref, now))?.files, next.files)
  const both = await Promise.all([5, 6, 7].map((n) => kind.install(platform, town, { key: key(n), item: n === 6 ? first : next, into: made.ref, over: state }, now)))
  assert.deepEqual(both.filter(({ ok }) => ok).length, 1, 'of those who have read the same state, one writes')
  assert.deepEqual(await kind.install(platform, town, { key: key(2), item: next, into: made.ref, over: read.state }, now), made, 'what was carried out is not asked again')
  const settled = await kind.install(platform, town, { key: key(8), item: next, into: made.ref, over: (await kind.read(platform, town, made.ref, now))?.state ?? null }, now)
  assert.deepEqual(settled, made)

  const wrong = broken(first)
  assert.ok((await kind.check(wrong, now)).some(({ level }) => level === 'error'))
  for (const into of [undefined, made.ref]) {
    const refused = await kind.install(platform, town, { key: key(3), item: wrong, ...(into !== undefined && { into }) }, now)
    assert.ok(!refused.ok)
    for (const { message } of refused.findings) assert.ok(message.de.length > 10 && message.en.length > 10 && message.de !== message.en)
  }
  assert.deepEqual((await kind.read(platform, town, made.ref, now))?.files, next.files, 'a refused one has changed nothing')
  assert.equal((await kind.list(platform, town, now)).length, before.length + 1)

  const second = await kind.install(platform, town, { key: key(4), item: first }, now)
  assert.ok(second.ok)
  assert.notEqual(second.ref, made.ref, 'another order without a target makes another thing')

  assert.equal(await kind.read(platform, other, made.ref, now), undefined, 'another town sees nothing')
  assert.deepEqual(await kind.list(platform, other, now), [])
  const elsewhere = await kind.install(platform, other, { key: key(1), item: first }, now)
  assert.ok(elsewhere.ok, 'keys belong to a town')
  const there = await kind.read(platform, other, elsewhere.ref, now)
  assert.deepEqual(there && bare(there), bare(read))
}
