import type { Translation } from '@modellregion/kernel/words'
import type { home as de } from '../de/home.ts'

export const home: Translation<typeof de> = {
  'home.person.project-office': 'Project office: runs programme, catalogue and adoptions',
  'home.person.project-lead': 'Project lead: calls for funds and books',
  'home.person.auditor': 'Auditor: reads statements',
  'home.title': 'Projects and reuse',
  'home.lead': 'What the town does with grants, and what other towns can take over.',
}
