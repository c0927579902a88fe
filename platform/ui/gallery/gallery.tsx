import type { Example } from './example.ts'
import { allExamples } from './all-examples.ts'

export type GalleryProps = {
  /** Address of one example alone. */
  href: (component: string, example: string) => string
}

/** All components with all examples, for development. Whole-page examples are linked, not shown inside another page. */
export function Gallery({ href }: GalleryProps) {
  return (
    <div class="mr-stack-l">
      <h1>Komponenten</h1>
      <nav aria-label="Komponenten">
        <ul class="mr-often">
          {allExamples.map(({ component }) => (
            <li key={component}>
              <a href={`#${component}`}>{component}</a>
            </li>
          ))}
        </ul>
      </nav>
      {allExamples.map(({ component, examples }) => (
        <section key={component} id={component} class="mr-stack-m" aria-label={component}>
          <h2>{component}</h2>
          {examples.map((example) => (
            <section key={example.name} class="mr-stack" aria-label={`${component}, ${example.name}`}>
              <p class="mr-small">
                <a class="mr-inline" href={href(component, example.name)}>
                  {example.name}
                </a>
              </p>
              {example.kind === 'page' ? null : example.body}
            </section>
          ))}
        </section>
      ))}
    </div>
  )
}

/** One example as the content of a page; undefined when there is none of that name. */
export function findExample(component: string, name: string): Example | undefined {
  return allExamples.find((entry) => entry.component === component)?.examples.find((example) => example.name === name)
}

/** Body of the page that shows one example alone, for axe and screenshots. */
export function ExamplePage({ component, example }: { component: string; example: Example }) {
  if (example.kind === 'page') return example.body
  return (
    <main class="mr-main">
      <div class="mr-wrap">
        <h1 class="mr-vh">
          {component}: {example.name}
        </h1>
        {example.body}
      </div>
    </main>
  )
}
