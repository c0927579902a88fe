/** The same address with one parameter changed. */
export function addressWith(url: string, name: string, value: string): string {
  const [path = '/', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${path}?${parameters}`
}
