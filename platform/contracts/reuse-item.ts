import type { FeedText } from './dataset-feed.ts'

/** One file of an item. Texts are compared and merged line by line; other files are taken as a whole. */
export type ReuseFile = {
  /** Small letters, digits, `-`, `_`, `.` and `/`; unique within the item, the same for ever. */
  readonly path: string
  readonly mediaType: string
} & ({ readonly text: string; readonly base64?: never } | { readonly base64: string; readonly text?: never })

/** The four classes of the final report, section "Übertragbarkeit". */
export type ReuseClass = 'concept' | 'templates-and-procedures' | 'building-block' | 'licence-free-solution'

/** Something that a town can take over and go on working with. It is plain data: it travels between towns and between installations. */
export type ReuseItem = {
  /** Which thing of its kind: unique within kind and town, the same for ever. Letters, digits, `-`, `_`, `.` */
  readonly ref: string
  readonly class: ReuseClass
  readonly title: FeedText
  readonly summary: FeedText
  /** SPDX identifier or expression. */
  readonly licence: string
  /** As people call it: `1.2`, `2026-11`. What has changed is told by the files, not by this. */
  readonly version: string
  /** BCP 47 tags of the languages its texts are written in. */
  readonly languages: readonly string[]
  /** In the order of their paths. */
  readonly files: readonly ReuseFile[]
  /** Path of its page in the town that has it. */
  readonly href?: string
}

/** A thing as it stands in a town. `state` is another one after each change; nobody but its kind understands it. */
export type StandingItem = ReuseItem & { readonly state: string }

/** What stands against installing, or a remark: in which file and line, as a sentence. `error` prevents the installation. */
export type ReuseFinding = { readonly level: 'error' | 'warning'; readonly path?: string; readonly line?: number; readonly message: FeedText }

export type ReuseOrder = {
  /** The same order repeated has the same key and is carried out once. A UUID. */
  readonly key: string
  readonly item: ReuseItem
  /** The thing of this town that gets the new content; absent when it is to be made. */
  readonly into?: string
  /**
   * `state` of the thing that the new content was made from; null when there was none (any more). When it is another one by now, nothing is written:
   * somebody was quicker. Absent where nobody has looked.
   */
  readonly over?: string | null
  /** The account that ordered it. */
  readonly actor?: string
}

/** `changed`: the thing is not in the state that the order names (`over`). */
export type ReuseInstalled = { readonly ok: true; readonly ref: string; readonly href: string } | { readonly ok: false; readonly changed?: true; readonly findings: readonly ReuseFinding[] }

/**
 * A kind of item: a lesson plan, a codec, a form, a process model. The service that can work with it says how it is read, checked and written.
 * `P` is the platform of the process. What is installed is the town's own from then on; where somebody must agree before it has an effect (a codec
 * that reads meters), it is written as a draft of that service, never put into force by the installation.
 */
export type ReuseKind<P> = {
  /** Short and unique within the service, the same for ever. Elsewhere it is called `<service>.<id>`. */
  readonly id: string
  readonly title: FeedText
  /** What a town can do with it once it is installed, in one sentence. */
  readonly use: FeedText
  /**
   * True where title and summary are kept beside the files, so that a change of them is compared and merged like a file. Absent where they are read
   * out of the files: then the files say everything.
   */
  readonly titleApart?: boolean
  /** What the platform itself ships, the same in every town. */
  shipped(): readonly ReuseItem[] | Promise<readonly ReuseItem[]>
  /** The town's own things of this kind that could be offered to others, without those that are only shipped. */
  list(platform: P, town: { readonly id: string }, now: Date): Promise<readonly ReuseItem[]>
  /** One of them as it is now, what was installed included. Undefined when the town has no such thing (any more). */
  read(platform: P, town: { readonly id: string }, ref: string, now: Date): Promise<StandingItem | undefined>
  /** What is wrong with an item, before anything is written. */
  check(item: ReuseItem, now: Date): readonly ReuseFinding[] | Promise<readonly ReuseFinding[]>
  /**
   * Writes the item as the town's own, or as the next version of `into`. Checks it first; a refused one has changed nothing. Whether the state is still
   * the one the order names is asked where it is written, so that nobody can come between; an order that was carried out before is not asked again.
   */
  install(platform: P, town: { readonly id: string }, order: ReuseOrder, now: Date): Promise<ReuseInstalled>
}

/** What a service offers under `reuseKindPort`. Several services offer it; the catalogue asks all that a town uses. */
export type ReuseKinds<P> = readonly ReuseKind<P>[]

export const reuseKindPort = 'reuse-kind'
