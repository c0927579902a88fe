import { Breadcrumb } from '../breadcrumb/breadcrumb.tsx'
import { Footer } from '../footer/footer.tsx'
import { Header } from '../header/header.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import type { FrameProps } from './types.ts'

/** Header, path, content and footer of every citizen page. Goes inside `Document`. */
export function PageFrame(props: FrameProps) {
  const { width = 'page', breadcrumb = [] } = props
  const path = breadcrumb.length > 1 ? <Breadcrumb label={props.words.breadcrumb} path={breadcrumb} /> : null
  return (
    <>
      <SkipLink label={props.words.skip} />
      <Header {...props} />
      {width === 'front' ? (
        <main id="inhalt" class="mr-main mr-main--front" tabindex={-1}>
          {props.children}
        </main>
      ) : (
        <main id="inhalt" class={width === 'board' ? 'mr-main mr-main--board' : 'mr-main'} tabindex={-1}>
          <div class={width === 'form' ? 'mr-wrap mr-wrap--form' : 'mr-wrap'}>
            {path}
            {props.children}
          </div>
        </main>
      )}
      <Footer town={props.town} words={props.words} footer={props.footer} />
    </>
  )
}
