import type { ReuseClass, ReuseFile } from '@modellregion/contracts'

/** Town of the rows that belong to no town: what the platform ships. No town can be called so. The search over the shelf also lives there. */
export const commons = '~commons'

export const reuseClasses = ['concept', 'templates-and-procedures', 'building-block', 'licence-free-solution'] as const satisfies readonly ReuseClass[]

/** `shipped`: with the platform; `own`: made by its town; `publiccode`: described by a publiccode.yml elsewhere; `package`: from another installation. */
export type EntryOrigin = 'own' | 'shipped' | 'publiccode' | 'package'

/** A text in one or several languages; at least one is there. */
export type LocalisedText = { readonly de?: string; readonly en?: string }
/** An office with a function mailbox, never a person. */
export type Contact = { readonly office?: string; readonly email?: string; readonly phone?: string; readonly url?: string }
/** Working days until it runs. */
export type Effort = { readonly daysMin?: number; readonly daysMax?: number; readonly note?: string }
/** Integer cents. */
export type Cost = { readonly onceCents?: number; readonly yearlyCents?: number; readonly note?: string }

/** Signs of life of a program, with the day they were read. */
export type Vitality = {
  readonly checkedOn: string
  /** 0 to 100; how it is made is said in publiccode/rules. Null: nothing could be read. */
  readonly score: number | null
  readonly signs: readonly { readonly id: string; readonly points: number; readonly of: number; readonly value: string }[]
  /** Why the last reading failed, as a code. */
  readonly failed?: string
}

/** What can be reused, as the catalogue keeps it. Without its files: those belong to its versions. */
export type Entry = {
  readonly id: string
  /** Id of the town that offers it, or `commons`. */
  readonly town: string
  readonly published: boolean
  readonly class: ReuseClass
  /** `<service>.<kind>` when it can be installed; `software`; `reading`. */
  readonly kind: string
  readonly itemRef: string | null
  readonly title: LocalisedText
  readonly summary: LocalisedText
  readonly problem: string
  readonly description: string
  readonly licence: string
  readonly languages: readonly string[]
  readonly topics: readonly string[]
  readonly origin: EntryOrigin
  readonly sourceUrl: string | null
  readonly pageUrl: string | null
  readonly contact: Contact
  readonly effort: Effort
  readonly cost: Cost
  readonly service: string | null
  readonly project: string | null
  readonly publiccode: unknown
  readonly vitality: Vitality | null
  readonly currentVersion: number | null
  readonly retiredAt: Date | null
  readonly changedAt: Date
  readonly createdAt: Date
}

/** A version of an entry; never changed. */
export type EntryVersion = { readonly entryId: string; readonly number: number; readonly town: string; readonly published: boolean; readonly label: string; readonly note: string; readonly files: readonly ReuseFile[] | null; readonly sha256: string | null; readonly createdAt: Date }

export type NewEntry = Omit<Entry, 'town' | 'currentVersion' | 'retiredAt' | 'changedAt' | 'createdAt' | 'vitality' | 'publiccode'> & { readonly publiccode?: unknown; readonly vitality?: Vitality | null }
export type NewEntryVersion = Pick<EntryVersion, 'label' | 'note' | 'files'>

/** The text in the reader's language, else in another one. */
export const textOf = (text: LocalisedText, language: string): string => (language === 'en' ? (text.en ?? text.de) : (text.de ?? text.en)) ?? ''
