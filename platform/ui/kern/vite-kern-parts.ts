import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { transform } from 'lightningcss'
import type { Plugin } from 'vite'

const id = 'virtual:kern-parts.css'

/** The rules of KERN UX that belong to the named components, and nothing else: 340 KB become a few. */
export function kernRules(components: readonly string[]): string {
  const source = createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css')
  const names = new Set(components)
  const belongs = (className: string): boolean => names.has(className.replace(/(__|--).*$/, ''))
  const { code } = transform({
    filename: 'kern.css',
    code: readFileSync(source),
    visitor: {
      Rule: {
        style(rule) {
          const isOurs = rule.value.selectors.every((selector) => {
            const first = selector.find((part) => part.type === 'class')
            return first?.type === 'class' && belongs(first.name)
          })
          if (!isOurs) return []
        },
        keyframes(rule) {
          if (rule.value.name.type !== 'ident' || !names.has(rule.value.name.value)) return []
        },
        'font-face': () => [],
      },
    },
  })
  return code.toString()
}

/** Serves `virtual:kern-parts.css`, the wanted parts of KERN UX (EUPL-1.2) inside `@layer kern`: our own rules always win. */
export function kernParts(components: readonly string[]): Plugin {
  return {
    name: 'kern-parts',
    enforce: 'pre',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `@layer kern {\n${kernRules(components)}\n}` : undefined),
  }
}
