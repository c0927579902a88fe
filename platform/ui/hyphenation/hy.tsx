import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** How words are divided on this page. `Document` sets it by language; islands and other languages leave text as it is. */
export const Hyphenation = createContext<(text: string) => string>((text) => text)

/** The page's way to divide words, for components that are rendered fifty times a page: a call is cheaper than an element. */
export const useHyphens = (): ((text: string) => string) => useContext(Hyphenation)

/** Text of a heading, label, link or button: long German words get soft hyphens, anything but plain text passes unchanged. */
export function Hy({ children }: { children?: ComponentChildren }) {
  const hyphenate = useContext(Hyphenation)
  if (typeof children === 'string') return <>{hyphenate(children)}</>
  if (Array.isArray(children)) return <>{children.map((child) => (typeof child === 'string' ? hyphenate(child) : child))}</>
  return <>{children}</>
}
