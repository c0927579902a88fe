import type { ReuseKinds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { codecKind } from '../codec/kind.ts'
import { lessonPlanKind } from '../lesson-plan/kind.ts'

/** What other towns can take over from this service, ready to go on working with. */
export const schoolKinds: ReuseKinds<Platform> = [lessonPlanKind, codecKind]
