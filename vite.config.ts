import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { kernParts } from './platform/ui/kern/vite-kern-parts.ts'
import { listSources } from './platform/ui/island/vite-list-sources.ts'
import { packLarge } from './platform/ui/island/vite-pack-large.ts'

// Browser assets only: one stylesheet, one small script, one chunk per island. The server runs from source.
export default defineConfig({
  plugins: [kernParts(['kern-progress', 'kern-accordion']), packLarge(), listSources(import.meta.dirname), preact({ prefreshEnabled: false, devToolsEnabled: false })],
  base: '/assets/',
  publicDir: false,
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 105 << 16, firefox: 105 << 16, safari: (15 << 16) | (4 << 8) } } },
  build: {
    outDir: 'dist/client',
    // `base` names the folder already.
    assetsDir: '',
    manifest: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    // The moving map is one megabyte, fetched only where a map comes near the screen: no reason to warn at each build.
    chunkSizeWarningLimit: 1_200,
    cssMinify: 'lightningcss',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'platform/ui/main.ts' },
  },
})
