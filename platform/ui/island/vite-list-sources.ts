import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** Writes down which of our files a build was made from, so that a start knows whether it is older than one of them. */
export function listSources(root: string): Plugin {
  return {
    name: 'list-sources',
    apply: 'build',
    generateBundle() {
      const files = [...this.getModuleIds()].filter((id) => id.startsWith(root) && !id.includes('/node_modules/')).map((id) => relative(root, id.replace(/\?.*$/, '')))
      this.emitFile({ type: 'asset', fileName: '.vite/sources.json', source: JSON.stringify([...new Set(files)].sort()) })
    },
  }
}
