import { Card, Grid, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Showcase } from '../schema.ts'

/** Showcases as cards; `level` is the heading below the section's. */
export function ShowcaseCards({ t, showcases, level = 3 }: { t: T; showcases: readonly Showcase[]; level?: 2 | 3 }) {
  return (
    <Grid>
      {showcases.map((showcase) => (
        <Card key={showcase.id} title={showcase.title} level={level} href={`/open-data/showcase/${showcase.name}`}>
          <p>{firstSentence(showcase.description)}</p>
          <ul class="mr-meta">
            <li>
              <Tag>{t(`showcase.kind.${showcase.kind}`)}</Tag>
            </li>
            <li>{showcase.author}</li>
          </ul>
        </Card>
      ))}
    </Grid>
  )
}

const firstSentence = (text: string): string => /^.+?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
