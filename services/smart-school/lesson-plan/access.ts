import { allow, type AccessRule } from '@modellregion/kernel'

/** Plans belong to the town and not to a person: whoever teaches may go on with any of them, and every version can be brought back. */
export const lessonPlanAccess: readonly AccessRule[] = ['teacher', 'school-lead', 'project-office'].map((role) => allow(role, 'write', 'lesson-plan'))
