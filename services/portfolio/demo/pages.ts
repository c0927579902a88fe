import { demoEntryId } from './catalogue.ts'
import { demoChecklistId } from './document.ts'
import { demoEventPath, demoNewsPath, demoQuestionPath } from './network-texts.ts'

/** What the check of accessibility visits. */
export const demoPages: readonly string[] = [
  '/portfolio',
  '/portfolio/programme',
  '/portfolio/project/wegweiser',
  '/portfolio/project/oecherlab',
  '/portfolio/reuse',
  '/portfolio/reuse?class=concept',
  `/portfolio/reuse/${demoEntryId('hohenried', 'dorfbrett')}`,
  `/portfolio/reuse/${demoChecklistId}`,
  '/portfolio/supplier',
  '/portfolio/reuse/score',
  '/portfolio/publiccode/check',
  '/portfolio/event',
  demoEventPath,
  `${demoEventPath}/register`,
  '/portfolio/question',
  demoQuestionPath,
  '/portfolio/news',
  demoNewsPath,
  '/portfolio/yearbook',
]
