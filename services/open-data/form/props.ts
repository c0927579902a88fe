import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import type { T } from '../locales/index.ts'

/** What every form page takes: its words, what was typed, and what is wrong with it. */
export type FormProps = { t: T; csrf: string; typed: Typed; errors: FormErrors; errorTitle: string; optional: string; dateWords: { day: string; month: string; year: string } }

export type FormState = { typed?: Typed; errors?: FormErrors }
