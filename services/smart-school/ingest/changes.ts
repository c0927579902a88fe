import { randomUUID } from 'node:crypto'
import type { Platform } from '@modellregion/kernel'
import type { StaChange } from '../sensorthings/mqtt.ts'
import { hintsOf, readHint } from './change-hint.ts'

type Place = Pick<Platform, 'live'>
type Hear = (tenant: string, change: StaChange) => void

/** How often a broker says for which towns somebody listens, in milliseconds. */
const announceEvery = 60_000
/** How long the others believe it: two may be lost. */
const believedFor = 2.5 * announceEvery
/** How long a process that has begun, or had lost the database, tells everything: until the brokers have answered. */
const unsureFor = 10_000

/** What a process knows: its own ears, and for which towns there are ears in other processes (moments of `performance.now()`). */
type Post = { readonly process: string; readonly ears: Set<Hear>; readonly towns: Set<() => Iterable<string>>; readonly elsewhere: Map<string, number>; sureFrom: number }
// One for each running platform of a process; there are several in tests.
const posts = new WeakMap<Platform['live'], Post>()

function postOf(live: Platform['live']): Post {
  const known = posts.get(live)
  if (known) return known
  const post: Post = { process: randomUUID(), ears: new Set(), towns: new Set(), elsewhere: new Map(), sureFrom: 0 }
  posts.set(live, post)
  const begin = () => {
    post.sureFrom = performance.now() + unsureFor
    live.tell('smart-school', 'sta-who')
    announce(live, post)
  }
  live.hear('smart-school', { onHint: (text) => void (text.startsWith('sta') && takeHint(live, post, text)), onAgain: begin })
  begin()
  return post
}

function takeHint(live: Platform['live'], post: Post, text: string): void {
  if (text === 'sta-who') return announce(live, post)
  const [, kind, process, tenant] = /^sta(-ear)? (\S+) (\S+)/.exec(text) ?? []
  // What this process told has reached its ears already.
  if (process === undefined || tenant === undefined || process === post.process) return
  if (kind) return void post.elsewhere.set(tenant, performance.now())
  const hint = post.ears.size > 0 && readHint(text)
  if (hint) for (const hear of post.ears) hear(hint.tenant, hint.change)
}

function announce(live: Platform['live'], { process, towns }: Post): void {
  for (const tenant of new Set([...towns].flatMap((list) => [...list()]))) live.tell('smart-school', `sta-ear ${process} ${tenant}`)
}

/**
 * Tells the brokers of all processes what a unit has changed. Call it after the commit. Ears of this process hear it at once, those of others by hints,
 * which may be lost. When nobody listens it costs nothing; a process that has just begun cannot know that yet and tells for some seconds anyway.
 */
export function tellChange({ live }: Place, tenant: string, change: StaChange): void {
  const post = postOf(live)
  for (const hear of post.ears) hear(tenant, change)
  const now = performance.now()
  const isHeardElsewhere = now < post.sureFrom || now < (post.elsewhere.get(tenant) ?? -Infinity) + believedFor
  if (isHeardElsewhere) for (const hint of hintsOf({ process: post.process, tenant, change })) live.tell('smart-school', hint)
}

/** Hears what this and other processes tell, until the returned function is called. */
export function onChange({ live }: Place, hear: Hear): () => void {
  const { ears } = postOf(live)
  ears.add(hear)
  return () => void ears.delete(hear)
}

/** Lets other processes know for which towns somebody listens here: now and then, when they ask, and at once by `now`. */
export function announceEars({ live }: Place, towns: () => Iterable<string>): { now(): void; stop(): void } {
  const post = postOf(live)
  post.towns.add(towns)
  const timer = setInterval(() => announce(live, post), announceEvery).unref()
  return {
    now: () => announce(live, post),
    stop: () => {
      clearInterval(timer)
      post.towns.delete(towns)
    },
  }
}
