import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const compress = promisify(brotliCompress)
const large = 300_000

/** Writes large files packed beside themselves (`….br`), once at the build: packing 34 MB for each reader would take seconds. */
export const packLarge = (): Plugin => ({
  name: 'pack-large',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(wasm|js|mjs)$/.test(name))
    await Promise.all(
      names.map(async (name) => {
        const content = readFileSync(join(dir, name))
        if (content.length < large) return
        writeFileSync(join(dir, `${name}.br`), await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
      }),
    )
  },
})
