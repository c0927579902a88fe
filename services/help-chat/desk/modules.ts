import type { Lane } from '../crypto/message.ts'
import type { TextModule } from './schema.ts'
import { useHere } from './view/here.ts'

/** Modules that come with the software. Their words are `desk.module.<id>` and `desk.module.<id>.text`; an office may change or hide them. */
export const shippedModules: readonly { readonly id: string; readonly lane: TextModule['lane'] }[] = [
  { id: 'welcome', lane: 'any' },
  { id: 'more', lane: 'any' },
  { id: 'meeting', lane: 'any' },
  { id: 'silence', lane: 'any' },
  { id: 'limits', lane: 'counsel' },
  { id: 'report-way', lane: 'counsel' },
  { id: 'receipt', lane: 'report' },
  { id: 'outside', lane: 'report' },
]
export const isShipped = (id: string): boolean => shippedModules.some((one) => one.id === id)

/** The office's modules: shipped ones, changed ones in their place, own ones after them; without what was hidden. */
export function useModules(): readonly TextModule[] {
  const { say, desk } = useHere()
  const own = new Map(desk.modules.map((one) => [one.id, one]))
  const shipped = shippedModules.flatMap(({ id, lane }): TextModule[] => {
    const changed = own.get(id)
    if (changed) return changed.hidden ? [] : [changed]
    return [{ id, lane, title: say(`desk.module.${id}`), text: say(`desk.module.${id}.text`) }]
  })
  return [...shipped, ...desk.modules.filter(({ id, hidden }) => !hidden && !isShipped(id))]
}

export const modulesFor = (modules: readonly TextModule[], lane: Lane): readonly TextModule[] => modules.filter((one) => one.lane === 'any' || one.lane === lane)
