import { type GeoJSONSourceSpecification, type LngLatBoundsLike, Map as LiveMap, Marker, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import './live-map.css'
import type { Backdrop, PlotFeature } from './map-plot.tsx'
import { anchorOf, type Bounds } from './project.ts'

/** What `MapFrame` writes into `data-map`. */
type MapData = {
  features: readonly (PlotFeature & { title: string })[]
  backdrop: readonly Backdrop[]
  bounds: Bounds
  words: { zoomIn: string; zoomOut: string }
  style?: string
  label: string
}

// A file of our own instead of a blob: the policy `worker-src 'self'` holds.
setWorkerUrl(workerUrl)

/** Replaces the picture of a `MapFrame` by a moving map. The list beside it stays the way to the same things. */
export function startMap(box: HTMLElement): void {
  // Written by the server from the props of MapFrame.
  const data = JSON.parse(box.dataset['map'] ?? '{}') as MapData
  const stage = document.createElement('div')
  stage.className = 'mr-map__live'
  box.append(stage)
  const map = new LiveMap({
    container: stage,
    style: data.style ?? plainStyle(data),
    bounds: bounds(data.bounds),
    fitBoundsOptions: { padding: 40, maxZoom: 16 },
    attributionControl: false,
    // One finger scrolls the page; two fingers, the buttons and the arrow keys move the map.
    dragPan: !matchMedia('(pointer: coarse)').matches,
    scrollZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    locale: { 'Map.Title': data.label },
  })
  map.touchZoomRotate.disableRotation()
  map.once('load', () => {
    if (data.style) addLayers(map, data)
    for (const feature of data.features) addPin(map, box, feature)
    box.append(tools(map, data.words))
    box.dataset['mapReady'] = ''
  })
  repaintWithTheme(map)
}

const bounds = (box: Bounds): LngLatBoundsLike => [
  [box.west, box.south],
  [box.east, box.north],
]

const colour = (token: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--mr-${token}`).trim() || 'gray'

type GeoJson = Extract<GeoJSONSourceSpecification['data'], { type: 'FeatureCollection' }>

const collection = (shapes: readonly { geometry: PlotFeature['geometry']; level?: PlotFeature['level'] }[]): GeoJson => ({
  type: 'FeatureCollection',
  // Our readonly positions are mutable arrays in the types of GeoJSON.
  features: shapes.map((shape) => ({ type: 'Feature', properties: shape.level ? { level: shape.level } : {}, geometry: shape.geometry as unknown as GeoJson['features'][number]['geometry'] })),
})

type Layer = Extract<StyleSpecification['layers'][number], { source: string }>

const backdropLayers: Record<Backdrop['kind'], (source: string) => Layer> = {
  land: (source) => ({ id: source, source, type: 'fill', paint: { 'fill-color': colour('paper'), 'fill-outline-color': colour('line') } }),
  green: (source) => ({ id: source, source, type: 'fill', paint: { 'fill-color': colour('map-green') } }),
  water: (source) => ({ id: source, source, type: 'line', paint: { 'line-color': colour('map-water'), 'line-width': 5 } }),
  road: (source) => ({ id: source, source, type: 'line', paint: { 'line-color': colour('surface'), 'line-width': 3 } }),
}

function featureLayers(): Layer[] {
  return [
    { id: 'areas', source: 'features', type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': ['match', ['get', 'level'], 1, colour('s1'), 2, colour('s2'), 3, colour('s3'), 4, colour('s4'), colour('action')], 'fill-opacity': ['case', ['has', 'level'], 0.9, 0.16] } },
    { id: 'outlines', source: 'features', type: 'line', filter: ['all', ['!=', ['geometry-type'], 'Point'], ['!', ['has', 'level']]], paint: { 'line-color': colour('action'), 'line-width': 2.5 } },
    {
      id: 'dots',
      source: 'features',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': colour('action'), 'circle-radius': 5, 'circle-stroke-color': colour('surface'), 'circle-stroke-width': 1.5 },
    },
  ]
}

/** No tiles: the shapes on a plain ground in the town's colours. */
function plainStyle(data: MapData): StyleSpecification {
  const kinds = (['land', 'green', 'water', 'road'] as const).filter((kind) => data.backdrop.some((shape) => shape.kind === kind))
  return {
    version: 8,
    sources: {
      features: { type: 'geojson', data: collection(data.features) },
      ...Object.fromEntries(kinds.map((kind) => [kind, { type: 'geojson' as const, data: collection(data.backdrop.filter((shape) => shape.kind === kind)) }])),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour('sunken') } },
      ...kinds.map((kind) => backdropLayers[kind](kind)),
      ...featureLayers(),
    ],
  }
}

function addLayers(map: LiveMap, data: MapData): void {
  map.addSource('features', { type: 'geojson', data: collection(data.features) })
  for (const layer of featureLayers()) map.addLayer(layer)
}

/** The pin is for the eye and the mouse; the list has the same number as a link. */
function addPin(map: LiveMap, box: HTMLElement, feature: MapData['features'][number]): void {
  const anchor = feature.number === undefined ? undefined : anchorOf(feature.geometry)
  if (!anchor) return
  const pin = document.createElement('div')
  pin.className = 'mr-map__pin'
  pin.textContent = String(feature.number)
  pin.title = feature.title
  pin.setAttribute('aria-hidden', 'true')
  pin.addEventListener('click', () => {
    box.closest('.mr-frame')?.querySelector<HTMLElement>(`.mr-maplist li:nth-child(${feature.number}) a`)?.focus()
  })
  new Marker({ element: pin }).setLngLat([anchor[0], anchor[1]]).addTo(map)
  // MapLibre makes every marker a button with a name of its own; ours is a picture.
  for (const name of ['role', 'aria-label', 'tabindex']) pin.removeAttribute(name)
}

function tools(map: LiveMap, words: MapData['words']): HTMLElement {
  const group = document.createElement('div')
  group.className = 'mr-map__tools'
  const steps: [string, string, () => unknown][] = [
    ['+', words.zoomIn, () => map.zoomIn()],
    ['−', words.zoomOut, () => map.zoomOut()],
  ]
  for (const [sign, name, act] of steps) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'mr-btn mr-btn--quiet mr-btn--icon mr-btn--s'
    button.textContent = sign
    button.setAttribute('aria-label', name)
    button.addEventListener('click', act)
    group.append(button)
  }
  return group
}

function repaintWithTheme(map: LiveMap): void {
  const repaint = (): void => {
    if (!map.isStyleLoaded()) return
    if (map.getLayer('ground')) map.setPaintProperty('ground', 'background-color', colour('sunken'))
    for (const kind of ['land', 'green', 'water', 'road'] as const) repaintLayer(map, backdropLayers[kind](kind))
    for (const layer of featureLayers()) repaintLayer(map, layer)
  }
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint)
}

function repaintLayer(map: LiveMap, layer: Layer): void {
  if (!map.getLayer(layer.id)) return
  for (const [property, value] of Object.entries(layer.paint ?? {}))
    // The names come from the layer's own paint object.
    map.setPaintProperty(layer.id, property as Parameters<LiveMap['setPaintProperty']>[1], value)
}
