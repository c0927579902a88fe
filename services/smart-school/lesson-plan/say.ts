import type { PageT } from '../locales/index.ts'
import type { PlanFault } from './rules/read.ts'

/** What is wrong and what to do, without the line. */
export function faultText(t: PageT, fault: PlanFault): string {
  if (fault.kind === 'text') return t(`lesson-plan.text.${fault.code}`)
  if (fault.kind === 'file') return t(`lesson-plan.whole.${fault.code}`)
  return t(`lesson-plan.front.${fault.code}`, { key: fault.key, value: fault.detail })
}
