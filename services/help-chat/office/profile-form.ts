import { Type } from 'typebox'
import type { Ask, Typed } from '@modellregion/kernel'
import { pageWords } from '../locales/index.ts'
import type { Profile } from './confidants.ts'
import { refusedForm, type FormState } from './form.ts'
import { aboutLimit, weekdays } from './pages/person-forms.tsx'
import { readTimes, writeTimes } from './rules.ts'
import { genders, languageCodes, topicCodes, type Confidant, type Window } from './schema.ts'

const Times = Type.Optional(Type.String({ maxLength: 60 }))
const ProfileForm = Type.Object({
  name: Type.String({ maxLength: 100 }),
  unit: Type.Optional(Type.String({ maxLength: 120 })),
  about: Type.Optional(Type.String({ maxLength: aboutLimit })),
  gender: Type.Union([...genders, 'none' as const].map((value) => Type.Literal(value))),
  languages: Type.Array(Type.Union(languageCodes.map((code) => Type.Literal(code))), { minItems: 1 }),
  topics: Type.Array(Type.Union(topicCodes.map((code) => Type.Literal(code))), { minItems: 1 }),
  hours1: Times,
  hours2: Times,
  hours3: Times,
  hours4: Times,
  hours5: Times,
  hours6: Times,
  hours7: Times,
  takesNew: Type.Boolean(),
  holder: Type.Boolean(),
})

/** A profile as it was typed, or what is wrong with it. `holder` counts only where the head of the office sends it. */
export function readProfile(ask: Pick<Ask, 'form' | 'say'>): { profile: Profile & Pick<Confidant, 'holder'> } | FormState {
  const read = ask.form(ProfileForm)
  if (!read.ok) return refusedForm(ask, read)
  const t = ask.say(pageWords)
  const { name, unit = '', about = '', gender, languages, topics, takesNew, holder } = read.value
  const hours: Window[] = []
  const errors: Record<string, string> = {}
  for (const day of weekdays) {
    const times = readTimes(read.value[`hours${day}`] ?? '')
    if (times) hours.push(...times.map((time) => ({ day, ...time })))
    else errors[`hours${day}`] = t('office.error.hours', { day: t(`office.day.${day}`) })
  }
  if (Object.keys(errors).length > 0) return { typed: read.typed, errors }
  return { profile: { name, unit, about, gender: gender === 'none' ? null : gender, languages, topics, hours, takesNew, holder } }
}

/** A stored profile as what would have been typed. */
export const typedProfile = ({ name, unit, about, gender, languages, topics, hours, takesNew, holder }: Confidant): Typed => ({
  name,
  unit,
  about,
  gender: gender ?? 'none',
  languages,
  topics,
  takesNew: String(takesNew),
  holder: String(holder),
  ...Object.fromEntries(weekdays.map((day) => [`hours${day}`, writeTimes(hours.filter((one) => one.day === day))])),
})
