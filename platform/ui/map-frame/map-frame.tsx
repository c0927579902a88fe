import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { type Backdrop, type MapLevel, MapPlot } from './map-plot.tsx'
import { type Bounds, boundsOf, type MapGeometry } from './project.ts'

export type MapFeature = {
  /** Name in the list, and in the map when it is pointed at. */
  title: string
  href?: string | undefined
  /** Right in the list: a number, a distance. */
  value?: string | undefined
  geometry: MapGeometry
  /** 1 to 4: an area in the colours of a scale. */
  level?: MapLevel | undefined
}

export type MapFrameProps = {
  id: string
  title: string
  features: readonly MapFeature[]
  /** Name of the list beside the map: "Zählstellen" */
  listLabel: string
  attribution: string
  backdrop?: readonly Backdrop[] | undefined
  bounds?: Bounds | undefined
  level?: 2 | 3 | undefined
  /** Words of the moving map. Without them the picture stays a picture. */
  words?: { zoomIn: string; zoomOut: string } | undefined
  /** Style document of tiles on our own host, if there are any; without it the shapes stand on a plain ground. */
  style?: string | undefined
  /** How many of the features are listed; the others are dots without a number. */
  listed?: number | undefined
  /** False: nothing has a number, neither in the map nor in the list. For many features, of which no few stand out. */
  numbered?: boolean | undefined
  /** Below the list: how many more there are. */
  more?: ComponentChildren
}

/** A list without links must take the focus itself, or the keyboard cannot scroll it. */
const scrollAccess = ({ features, listLabel }: MapFrameProps) =>
  features.some((feature) => feature.href) ? {} : { role: 'region' as const, 'aria-label': listLabel, tabindex: 0 }

/**
 * Title, map, numbered list with the same numbers, attribution. The server draws the map; the island in
 * `live-map.ts` replaces the picture by a moving one and is loaded only when the frame comes near the screen.
 */
export function MapFrame(props: MapFrameProps) {
  const { id, features, level = 3, words, listed = 50, numbered: isNumbered = true } = props
  const Title = `h${level}` as const
  const bounds = props.bounds ?? boundsOf(features.map((feature) => feature.geometry))
  const numbered = features.map((feature, at) => ({ geometry: feature.geometry, title: feature.title, number: isNumbered && at < listed ? at + 1 : undefined, level: feature.level }))
  return (
    <figure class="mr-frame mr-frame--map" aria-labelledby={`${id}-title`}>
      <figcaption class="mr-frame__head">
        <Title class="mr-h3" id={`${id}-title`}>
          <Hy>{props.title}</Hy>
        </Title>
      </figcaption>
      <div class="mr-mapsplit">
        <div
          class="mr-map"
          id={`${id}-map`}
          data-map={words && bounds ? JSON.stringify({ features: numbered, backdrop: props.backdrop ?? [], bounds, words, style: props.style, label: props.title }) : undefined}
        >
          <MapPlot label={props.title} features={numbered} backdrop={props.backdrop} bounds={bounds} />
        </div>
        <div class="mr-maplistbox" {...scrollAccess(props)}>
          <ol class={isNumbered ? 'mr-maplist' : 'mr-maplist mr-maplist--plain'} aria-label={props.listLabel}>
            {features.slice(0, listed).map((feature, at) => (
              <li key={at}>
                {feature.href ? (
                  <a href={feature.href}>
                    <Hy>{feature.title}</Hy>
                  </a>
                ) : (
                  <span>
                    <Hy>{feature.title}</Hy>
                  </span>
                )}
                {feature.value ? <span class="mr-num">{feature.value}</span> : null}
              </li>
            ))}
          </ol>
          {props.more ? <div class="mr-maplist__more">{props.more}</div> : null}
        </div>
      </div>
      <div class="mr-frame__foot">
        <p>{props.attribution}</p>
      </div>
    </figure>
  )
}
