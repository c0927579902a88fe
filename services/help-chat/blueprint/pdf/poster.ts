import { encodeQR } from 'qr'
import { plainOf, type Block, type FrontMatter } from '../text.ts'
import { a4, asArtifact, collect, openSheet, type About, type ElementOptions, type Sheet } from './sheet.ts'

export type PosterPrint = {
  front: FrontMatter
  blocks: readonly Block[]
  town: string
  service: string
  /** Where the code leads, in full. */
  address: string
  lang: string
  brand: About['brand']
  words: { code: string; name: string; checkWords: string; office: string }
}

/** The four parts of a poster, by its headings: call, steps, check words, emergency. Throws when the text has another shape. */
export function partsOf(blocks: readonly Block[]): { title: string; lines: readonly string[] }[] {
  const parts: { title: string; lines: string[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') parts.push({ title: plainOf(block.line), lines: [] })
    else if (block.kind === 'paragraph') parts.at(-1)?.lines.push(...block.lines.map(plainOf))
    else if (block.kind === 'list') parts.at(-1)?.lines.push(...block.items.map((lines) => lines.map(plainOf).join(' ')))
    else throw new SyntaxError(`A poster holds headings, paragraphs and lists, not a ${block.kind}.`)
  }
  if (parts.length !== 4) throw new SyntaxError(`A poster has four headings (call, steps, check words, emergency), not ${parts.length}.`)
  return parts
}

const edge = 44
const wide = a4.width - 2 * edge
const codeSize = 168
const scales = [1.24, 1.16, 1.08, 1, 0.93, 0.86, 0.8, 0.74]
/** Lines to write on: the office fills in who is there and by which words their keys are known. */
const rowsToWrite = 4

type Pieces = { call: string; text: readonly string[]; stepsTitle: string; steps: readonly string[]; checkTitle: string; check: string; helpTitle: string; help: string }
type Measured = { scale: number; hero: number; middle: number; box: number; help: number }

/** A designed A4 sheet: one call, how it goes, the code that leads there, room for the check words, numbers for emergencies. */
export async function printPoster(print: PosterPrint): Promise<Buffer> {
  const { front, town, service, lang, brand } = print
  const sheet = openSheet({ title: front.title, subject: front.summary, author: town, date: front.date, lang, brand, size: 14 })
  const { pdf } = sheet
  const file = collect(pdf)
  pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 } // everything is placed by hand on one page
  const [call, steps, check, help] = partsOf(print.blocks)
  const pieces: Pieces = {
    call: call?.title ?? '',
    text: call?.lines ?? [],
    stepsTitle: steps?.title ?? '',
    steps: steps?.lines ?? [],
    checkTitle: check?.title ?? '',
    check: check?.lines.join(' ') ?? '',
    helpTitle: help?.title ?? '',
    help: help?.lines.join(' ') ?? '',
  }
  const measured = scales.map((scale) => measure(sheet, pieces, scale)).find((at, index) => at.hero + at.middle + at.box + at.help <= a4.height - 8 || index === scales.length - 1)
  if (!measured) throw new Error('A poster needs at least one size.')
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  drawHero(sheet, root, pieces, measured, `${service} · ${town}`)
  drawSteps(sheet, root, pieces, measured, print)
  drawBox(sheet, root, pieces, measured, print.words)
  drawHelp(sheet, root, pieces, measured)
  root.end()
  pdf.end()
  return await file
}

const plain = { continued: false, underline: false, link: null } as const

function heightOf({ pdf }: Sheet, font: 'regular' | 'strong', size: number, text: string, width: number): number {
  return pdf.font(font).fontSize(size).heightOfString(text, { width, lineGap: size * 0.16 })
}

function measure(sheet: Sheet, { call, text, steps, stepsTitle, check, checkTitle, help }: Pieces, scale: number): Measured {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const left = wide - codeSize - 28
  const hero = 74 + heightOf(sheet, 'strong', 42 * scale, call, wide) + 12 + sum(text.map((line) => heightOf(sheet, 'regular', 16 * scale, line, wide) + 5)) + 24
  const stepsHeight = heightOf(sheet, 'strong', 19 * scale, stepsTitle, left) + 8 + sum(steps.map((step) => heightOf(sheet, 'regular', 14.5 * scale, step, left - 30) + 8))
  const middle = 26 + Math.max(stepsHeight, codeSize + 40) + 18
  const box = 18 + heightOf(sheet, 'strong', 14 * scale, checkTitle, wide - 32) + 4 + heightOf(sheet, 'regular', 11 * scale, check, wide - 32) + 14 + rowsToWrite * 25 + 12
  return { scale, hero, middle, box, help: 26 + heightOf(sheet, 'regular', 12 * scale, help, wide) + 20 * scale + 18 }
}

function write(sheet: Sheet, into: PDFKit.PDFStructureElement, tag: string, text: string, at: { x: number; y: number; width: number; size: number; font: 'regular' | 'strong'; colour: string; align?: 'left' | 'center' }): void {
  const { pdf } = sheet
  const draw = () => pdf.font(at.font).fontSize(at.size).fillColor(at.colour).text(text, at.x, at.y, { ...plain, width: at.width, lineGap: at.size * 0.16, align: at.align ?? 'left' })
  into.add(pdf.struct(tag, {}, draw))
}

function drawHero(sheet: Sheet, root: PDFKit.PDFStructureElement, { call, text }: Pieces, { scale, hero }: Measured, name: string): void {
  const { pdf, colours } = sheet
  asArtifact(sheet, () => pdf.rect(0, 0, a4.width, hero).fill(colours.brand).rect(0, hero, a4.width, 8).fill(colours.accent))
  const colour = colours.onBrand
  write(sheet, root, 'P', name, { x: edge, y: 38, width: wide, size: 15, font: 'strong', colour })
  write(sheet, root, 'H1', call, { x: edge, y: 70, width: wide, size: 42 * scale, font: 'strong', colour })
  pdf.y += 10
  for (const line of text) {
    write(sheet, root, 'P', line, { x: edge, y: pdf.y, width: wide, size: 16 * scale, font: 'regular', colour })
    pdf.y += 5
  }
}

function drawSteps(sheet: Sheet, root: PDFKit.PDFStructureElement, { stepsTitle, steps }: Pieces, { scale, hero }: Measured, { address, words }: PosterPrint): void {
  const { pdf, colours } = sheet
  const top = hero + 26
  const left = wide - codeSize - 28
  write(sheet, root, 'H2', stepsTitle, { x: edge, y: top, width: left, size: 19 * scale, font: 'strong', colour: colours.brand })
  pdf.y += 6
  const list = pdf.struct('L')
  root.add(list)
  steps.forEach((step, at) => {
    const y = pdf.y
    const item = pdf.struct('LI')
    list.add(item)
    write(sheet, item, 'Lbl', `${at + 1}`, { x: edge, y, width: 24, size: 17 * scale, font: 'strong', colour: colours.action })
    write(sheet, item, 'LBody', step, { x: edge + 30, y: y + 1.5, width: left - 30, size: 14.5 * scale, font: 'regular', colour: colours.text })
    item.end()
    pdf.y += 8
  })
  list.end()
  const x = a4.width - edge - codeSize
  root.add(pdf.struct('Figure', { alt: words.code, ...boxed([x, top, x + codeSize, top + codeSize]) }, () => drawCode(sheet, address, x, top)))
  write(sheet, root, 'P', shown(address), { x: x - 14, y: top + codeSize + 8, width: codeSize + 28, size: 10.5, font: 'strong', colour: colours.text, align: 'center' })
}

const shown = (address: string): string => address.replace(/^https?:\/\//, '')

// A figure says where it stands; the types of the package do not know it yet.
const boxed = (bbox: readonly number[]): ElementOptions => ({ bbox } as ElementOptions)

function drawCode({ pdf }: Sheet, address: string, x: number, y: number): void {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 2 })
  const unit = codeSize / rows.length
  pdf.rect(x, y, codeSize, codeSize).fill('#ffffff')
  rows.forEach((row, down) => row.forEach((dark, right) => dark && pdf.rect(x + right * unit, y + down * unit, unit + 0.05, unit + 0.05)))
  pdf.fill('#000000')
}

function drawBox(sheet: Sheet, root: PDFKit.PDFStructureElement, { checkTitle, check }: Pieces, { scale, hero, middle, box }: Measured, words: PosterPrint['words']): void {
  const { pdf, colours } = sheet
  const top = hero + middle
  asArtifact(sheet, () => pdf.roundedRect(edge, top, wide, box - 12, 10).fill(colours.tint))
  write(sheet, root, 'H2', checkTitle, { x: edge + 16, y: top + 14, width: wide - 32, size: 14 * scale, font: 'strong', colour: colours.brand })
  pdf.y += 2
  write(sheet, root, 'P', check, { x: edge + 16, y: pdf.y, width: wide - 32, size: 11 * scale, font: 'regular', colour: colours.text })
  const from = pdf.y + 8
  const nameWidth = 130
  write(sheet, root, 'P', words.name, { x: edge + 16, y: from, width: nameWidth, size: 8.5, font: 'strong', colour: colours.muted })
  write(sheet, root, 'P', words.checkWords, { x: edge + 16 + nameWidth + 14, y: from, width: 280, size: 8.5, font: 'strong', colour: colours.muted })
  asArtifact(sheet, () => {
    pdf.lineWidth(0.8).strokeColor(colours.muted)
    for (let row = 1; row <= rowsToWrite; row++) {
      const y = from + 8 + row * 24
      pdf.moveTo(edge + 16, y).lineTo(edge + 16 + nameWidth, y).moveTo(edge + 16 + nameWidth + 14, y).lineTo(a4.width - edge - 16, y)
    }
    pdf.stroke()
  })
}

function drawHelp(sheet: Sheet, root: PDFKit.PDFStructureElement, { helpTitle, help }: Pieces, { scale, help: height }: Measured): void {
  const { pdf, colours } = sheet
  const top = a4.height - height
  write(sheet, root, 'H2', helpTitle, { x: edge, y: top + 6, width: wide, size: 14 * scale, font: 'strong', colour: colours.brand })
  pdf.y += 2
  write(sheet, root, 'P', help, { x: edge, y: pdf.y, width: wide, size: 12 * scale, font: 'regular', colour: colours.text })
}
