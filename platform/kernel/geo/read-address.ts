import { parsePostcode } from '@modellregion/standards'

/** The pieces of an address as a person wrote it. */
export type WrittenAddress = { street?: string; number?: string; postcode?: string; place?: string }

/** Takes apart "Hauptstr. 12a, 12345 Musterstadt", "12345 Musterstadt" and "Musterstadt, Markt 1". */
export function readAddress(text: string): WrittenAddress {
  const address: WrittenAddress = {}
  for (const piece of text.normalize('NFC').slice(0, 300).split(/[,;\n]/).map((part) => part.trim()).filter(Boolean)) { // prettier-ignore
    const code = /(?:^|\s)(?:D-?)?(\d{5})(?:\s+(.*))?$/.exec(piece)
    const postcode = code && parsePostcode(code[1] ?? '')
    const rest = postcode ? piece.slice(0, code.index).trim() : piece
    if (postcode) address.postcode = postcode
    if (postcode && code[2]) address.place = code[2].trim()
    if (rest !== '') takePiece(address, rest)
  }
  return address
}

function takePiece(address: WrittenAddress, piece: string): void {
  const house = /^(.*?\D)\s*\b(\d+\s?[a-z]?(?:\s?[-/]\s?\d+\s?[a-z]?)?)$/i.exec(piece)
  if (house && !address.number) {
    if (address.street && !address.place) address.place = address.street
    Object.assign(address, { street: (house[1] ?? '').trim(), number: (house[2] ?? '').replace(/\s/g, '').toLowerCase() })
  } else if (!address.street) address.street = piece
  else address.place ??= piece
}
