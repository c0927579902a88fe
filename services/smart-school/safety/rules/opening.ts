import type { Opening } from '../../alarm/schema.ts'
import { usualHours } from '../../alarm/rules/hours.ts'
import type { SafetySetting } from '../schema.ts'

/** What a contact is at, from the words around it; a window where they say nothing, because windows are many. */
export const openingOf = (...words: readonly (string | null | undefined)[]): Opening => (words.some((word) => word && /t(ü|ue)r|tor\b|door|eingang/i.test(word)) ? 'door' : 'window')

/** What counts for a school about which nobody has said anything: usual hours, and nobody looks at movement. */
export const settingOf = (settings: readonly SafetySetting[], schoolId: number): SafetySetting =>
  settings.find((setting) => setting.schoolId === schoolId) ?? { schoolId, ...usualHours, presence: false, presenceReason: null, councilOn: null }
