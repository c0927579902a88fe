import type { T } from '../locales/index.ts'
import type { Obstacle } from './obstacles.ts'
import type { SubmitRefusal } from './submit.ts'

export const reviewPath = (draftId: string): string => `/open-data/review/${draftId}`
export const draftPath = (draftId: string): string => `/open-data/draft/${draftId}`

/** Why a draft was not sent in, one sentence each. */
export const sentencesOf = (t: T, refusal: SubmitRefusal): string[] => (refusal.code === 'obstacles' ? refusal.obstacles.map((obstacle) => obstacleSentence(t, obstacle)) : [t(`open-data.review.${refusal.code}`)])

/** What keeps a draft from going on, in the words of whoever found it. */
export function obstacleSentence(t: T, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'description':
      return t.find(obstacle.code, obstacle.values) ?? obstacle.code
    case 'file':
      return t('review.obstacle.file', { file: obstacle.file, reason: t.find(`inspect.finding.${obstacle.code}`, obstacle.values) ?? obstacle.code })
    case 'file-waiting':
    case 'scan-waiting':
    case 'scan-failed':
      return t(`review.obstacle.${obstacle.kind}`, { file: obstacle.file })
    case 'finding-open':
      return t('review.obstacle.finding-open', { file: obstacle.file, n: obstacle.count })
    case 'outdated':
      return t('review.obstacle.outdated')
  }
}
