/** Loads the map code (a megabyte) only where a map frame comes near the screen; the picture is there already. */
export function startMapsNearby(root: ParentNode): void {
  const boxes = root.querySelectorAll<HTMLElement>('[data-map]:not([data-map-ready])')
  if (boxes.length === 0) return
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const box = entry.target
        if (!entry.isIntersecting || !(box instanceof HTMLElement)) continue
        nearby.unobserve(box)
        // Without WebGL the picture simply stays.
        void import('../map-frame/live-map.ts').then(({ startMap }) => startMap(box)).catch(() => {})
      }
    },
    { rootMargin: '300px' },
  )
  for (const box of boxes) nearby.observe(box)
}
