import { anchorOf, type Bounds, boundsOf, type MapGeometry, type Position, projection } from './project.ts'

/** `level` 1 to 4: an area in the colours of a scale, the darkest the most. */
export type PlotFeature = { geometry: MapGeometry; number?: number | undefined; level?: MapLevel | undefined }
export type MapLevel = 1 | 2 | 3 | 4
/** Quiet shapes under the features: districts, river, forest. */
export type Backdrop = { kind: 'land' | 'green' | 'water' | 'road'; geometry: MapGeometry }

type Project = (position: Position) => [number, number]

const width = 640
const height = 420

const line = (points: readonly Position[], project: Project): string => points.map((point, at) => `${at === 0 ? 'M' : 'L'}${project(point).join(' ')}`).join('')

function shapePath(geometry: MapGeometry, project: Project): string {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return ''
    case 'LineString':
      return line(geometry.coordinates, project)
    case 'MultiLineString':
      return geometry.coordinates.map((part) => line(part, project)).join('')
    case 'Polygon':
      return geometry.coordinates.map((ring) => `${line(ring, project)}Z`).join('')
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.map((ring) => `${line(ring, project)}Z`)).join('')
  }
}

const isArea = (geometry: MapGeometry): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Map as a picture from the server: it stands there without script and while the real one loads. */
export function MapPlot({ label, features, backdrop = [], bounds }: { label: string; features: readonly PlotFeature[]; backdrop?: readonly Backdrop[] | undefined; bounds?: Bounds | undefined }) {
  const box = bounds ?? boundsOf(features.map((feature) => feature.geometry))
  if (!box) return null
  const project = projection(box, width, height, 40)
  return (
    <svg class="mr-plot mr-mapplot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="xMidYMid slice">
      {backdrop.map((shape, at) => (
        <path key={at} class={`mr-map-${shape.kind}`} d={shapePath(shape.geometry, project)} />
      ))}
      {features.map((feature, at) => {
        const d = shapePath(feature.geometry, project)
        return d ? <path key={at} class={feature.level ? `mr-map-level mr-map-s${feature.level}` : isArea(feature.geometry) ? 'mr-map-area' : 'mr-map-line'} d={d} /> : null
      })}
      {features.map((feature, at) => (
        <Pin key={at} feature={feature} project={project} />
      ))}
    </svg>
  )
}

function Pin({ feature, project }: { feature: PlotFeature; project: Project }) {
  if (feature.number === undefined) {
    const points = feature.geometry.type === 'Point' ? [feature.geometry.coordinates] : feature.geometry.type === 'MultiPoint' ? feature.geometry.coordinates : []
    return (
      <>
        {points.map((point, at) => {
          const [cx, cy] = project(point)
          return <circle key={at} class="mr-map-dot" cx={cx} cy={cy} r={5} />
        })}
      </>
    )
  }
  const anchor = anchorOf(feature.geometry)
  if (!anchor) return null
  const [x, y] = project(anchor)
  return (
    <g>
      <circle class="mr-map-pin" cx={x} cy={y} r={15} />
      <text class="mr-map-number" x={x} y={y + 6} text-anchor="middle">
        {feature.number}
      </text>
    </g>
  )
}
