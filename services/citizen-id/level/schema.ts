import type { Level, Person } from '../person/schema.ts'

/** Something that says how surely a person is known, and its last moment: the proof of the person (`device` null) or the lift of one device. */
export type Expiry = { personId: string; about: string; device: string | null; level: Level; until: Date }

export type NoticeKind = 'level-60' | 'level-14' | 'level-3' | 'level-over' | 'unused-1' | 'unused-2'

export type NewNotice = { personId: string; kind: NoticeKind; about: string; dueAt: Date; mailed: boolean }

/** To whom a reminder goes. */
export type Reader = Pick<Person, 'id' | 'email' | 'emailVerifiedAt'>
