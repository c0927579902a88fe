import { randomUUID } from 'node:crypto'
import type { Platform } from '@modellregion/kernel'
import type { StaChange } from '../sensorthings/mqtt.ts'
import { hintsOf, readHint } from './change-hint.ts'

type Place = Pick<Platform, 'live'>
type Hear = (tenant: string, change: StaChange) => void

/** How often a broker says that somebody listens, in milliseconds. */
export const announceEvery = 60_000
/** How long the others believe it: two may be lost. */
const believedFor = 2.5 * announceEvery

/** What a process knows: its own ears, and for which towns there are ears in other processes (moments of `performance.now()`). */
type Post = { readonly process: string; readonly ears: Set<Hear>; readonly elsewhere: Map<string, number>; unsureSince: number }
// One for each running platform of a process; there are several in tests.
const posts = new WeakMap<Platform['live'], Post>()

function postOf(live: Platform['live']): Post {
  const known = posts.get(live)
  if (known) return known
  const post: Post = { process: randomUUID(), ears: new Set(), elsewhere: new Map(), unsureSince: performance.now() }
  posts.set(live, post)
  live.hear('smart-school', { onHint: (text) => takeHint(post, text), onAgain: () => void (post.unsureSince = performance.now()) })
  return post
}

function takeHint(post: Post, text: string): void {
  if (!text.startsWith('sta')) return
  const [, process, tenant] = /^sta-ear (\S+) (\S+)$/.exec(text) ?? []
  if (process !== undefined && tenant !== undefined && process !== post.process) post.elsewhere.set(tenant, performance.now())
  if (post.ears.size === 0) return
  const hint = readHint(text)
  // What this process told has reached its ears already.
  if (hint && hint.process !== post.process) for (const hear of post.ears) hear(hint.tenant, hint.change)
}

/**
 * Tells the brokers of all processes what a unit has changed. Call it after the commit. Ears of this process hear it at once, those of others by hints,
 * which may be lost. When nobody listens it costs nothing; a process that has just begun cannot know that yet and tells for some minutes anyway.
 */
export function tellChange({ live }: Place, tenant: string, change: StaChange): void {
  const post = postOf(live)
  for (const hear of post.ears) hear(tenant, change)
  const lately = Math.max(post.unsureSince, post.elsewhere.get(tenant) ?? -Infinity)
  if (performance.now() - lately < believedFor) for (const hint of hintsOf({ process: post.process, tenant, change })) live.tell('smart-school', hint)
}

/** Hears what this and other processes tell, until the returned function is called. */
export function onChange({ live }: Place, hear: Hear): () => void {
  const { ears } = postOf(live)
  ears.add(hear)
  return () => void ears.delete(hear)
}

/** Says to the other processes that somebody here listens to what a town tells. Again every `announceEvery`. */
export const announceEar = ({ live }: Place, tenant: string): void => live.tell('smart-school', `sta-ear ${postOf(live).process} ${tenant}`)
