import { type ComponentType, h, hydrate } from 'preact'

// Vite turns the patterns into one lazily loaded chunk per island; the name is the file name without its ending.
// ui has islands of its own, every service may bring more.
const modules = {
  ...import.meta.glob<Record<string, unknown>>('../**/*.island.tsx'),
  ...import.meta.glob<Record<string, unknown>>('../../../services/*/**/*.island.tsx'),
}

type Load = () => Promise<Record<string, unknown>>

const islands = new Map<string, Load>(Object.entries(modules).map(([path, load]) => [path.replace(/^.*\//, '').replace('.island.tsx', ''), load]))

/** An island file exports its component as default, or as its only function. */
function componentOf(module: Record<string, unknown>): ComponentType<object> | undefined {
  const found = module['default'] ?? Object.values(module).find((value) => typeof value === 'function')
  // The glob knows no types; a file named *.island.tsx exports a component (checked by island.test.ts).
  return typeof found === 'function' ? (found as ComponentType<object>) : undefined
}

async function start(marker: HTMLElement): Promise<void> {
  const load = islands.get(marker.dataset['island'] ?? '')
  if (!load) return
  const component = componentOf(await load())
  if (!component) return
  // The server wrote the value with JSON.stringify of the component's own props.
  const props = JSON.parse(marker.dataset['props'] ?? '{}') as object
  hydrate(h(component, props), marker)
  marker.dataset['islandReady'] = ''
}

const nearby = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting || !(entry.target instanceof HTMLElement)) continue
      nearby.unobserve(entry.target)
      void start(entry.target)
    }
  },
  { rootMargin: '200px' },
)

/** Hydrates every island marker under `root`, those marked `visible` when they come near the screen. */
export function startIslands(root: ParentNode = document): void {
  for (const marker of root.querySelectorAll<HTMLElement>('[data-island]:not([data-island-ready])')) {
    if (marker.dataset['islandWhen'] === 'visible') nearby.observe(marker)
    else void start(marker)
  }
}
