import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { SourceFailure, SourceProblem } from '#shared/programme/sources/source.ts'
import { rawZip } from './raw-zip.ts'

/** A file that came with a session, and what becomes of it. */
export interface BadSource {
  readonly id: string
  readonly name: string
  /** Null for a folder where a file should be. */
  readonly make: (() => Uint8Array) | null
  readonly expected:
    | {
        readonly outcome: 'reject'
        readonly type: (SourceFailure | FileFailure)['type']
        readonly about?: Readonly<Record<string, unknown>>
      }
    /** Taken; `text` is what its first part says, `problem` what is told of the rest. */
    | { readonly outcome: 'accept'; readonly text: string; readonly problem?: SourceProblem['type'] }
}

const text = (content: string) => (): Uint8Array => Buffer.from(content)
const hex = (bytes: string) => (): Uint8Array => Buffer.from(bytes, 'hex')

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MAIN = 'word/document.xml'
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`
const run = (said: string): string => `<w:r><w:t>${said}</w:t></w:r>`
const documentOf = (body: string, before = ''): string =>
  `${before}<w:document ${W}><w:body>${body}</w:body></w:document>`
const packed = (parts: Readonly<Record<string, string | Uint8Array>>) => (): Uint8Array =>
  rawZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes })))

const vtt = 'bad.vtt'
const docx = 'bad.docx'
const CUE = '00:00:01.000 --> 00:00:02.000\n'
const FIELD = '<w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r>'

/** Transcripts, reports and documents that someone exported badly, or forged. */
export const SOURCES: readonly BadSource[] = [
  {
    id: 'ZIP-01 document',
    name: docx,
    make: packed({ [MAIN]: documentOf(''), 'word/footnotes.xml': new Uint8Array(50_000_000) }),
    expected: { outcome: 'reject', type: 'TooLarge', about: { what: 'ratio' } },
  },
  {
    id: 'ZIP-04 document',
    name: docx,
    make: () => rawZip([{ name: MAIN, bytes: documentOf(paragraph(run('x'.repeat(100_000)))), unpacked: 100 }]),
    expected: { outcome: 'reject', type: 'DocumentDamaged' },
  },
  {
    id: 'ZIP-16 transcript',
    name: vtt,
    make: hex(''),
    expected: { outcome: 'reject', type: 'EmptySource' },
  },
  {
    id: 'ZIP-19 document',
    name: docx,
    make: () => rawZip([{ name: MAIN, bytes: documentOf(''), flags: 0x801 }]),
    expected: { outcome: 'reject', type: 'DocumentProtected' },
  },
  {
    id: 'TYPE-01 transcript',
    name: vtt,
    make: hex('89504e470d0a1a0a'),
    expected: { outcome: 'reject', type: 'NotASource', about: { found: 'picture' } },
  },
  {
    id: 'TYPE-03 transcript',
    name: vtt,
    make: text('[InternetShortcut]\nURL=file:///x\n'),
    expected: { outcome: 'reject', type: 'NotASource', about: { found: 'shortcut' } },
  },
  { id: 'TYPE-06 transcript', name: vtt, make: null, expected: { outcome: 'reject', type: 'NotAFile' } },
  {
    id: 'ENC-01 transcript',
    name: vtt,
    make: text(`\ufeffWEBVTT\n\n${CUE}Une digue\n`),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'ENC-03 transcript',
    name: vtt,
    make: () => Buffer.from(`\ufeffWEBVTT\n\n${CUE}Une digue\n`, 'utf16le').swap16(),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'ENC-07 transcript',
    name: vtt,
    make: hex('574542565454c0afeda080'),
    expected: { outcome: 'reject', type: 'EncodingUnreadable' },
  },
  {
    id: 'SHEET-01 report',
    name: 'bad.csv',
    make: text('Name,Join Time\n"Ana,14:00\nLuis,14:05\n'),
    expected: { outcome: 'accept', text: '', problem: 'QuoteNotClosed' },
  },
  {
    id: 'SHEET-06 report',
    name: 'bad.csv',
    make: text("#,Question,Asker Name\n1,=cmd|'/C calc'!A0,Ana\n"),
    expected: { outcome: 'accept', text: "=cmd|'/C calc'!A0" },
  },
  {
    id: 'DATE-01 transcript',
    name: vtt,
    make: text(`WEBVTT\n\n99999:00:00.000 --> 99999:00:01.000\nTrop tard\n\n${CUE}Une digue\n`),
    expected: { outcome: 'accept', text: 'Une digue', problem: 'TimeUnreadable' },
  },
  {
    id: 'TEXT-01 transcript',
    name: vtt,
    make: text(`WEBVTT\n\n${CUE}facture\u202efdp.exe\n`),
    expected: { outcome: 'accept', text: 'facture\u202efdp.exe' },
  },
  {
    id: 'TEXT-06 text',
    name: 'bad.txt',
    make: () => Buffer.alloc(10_485_760, 'a'),
    expected: { outcome: 'accept', text: 'a'.repeat(300), problem: 'TextCut' },
  },
  {
    id: 'TEXT-07 transcript',
    name: vtt,
    make: text(`WEBVTT\n\n${CUE}<img src=x onerror=alert(1)>Une digue<script>\n`),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'TEXT-09 transcript',
    name: vtt,
    make: text(`WEBVTT\n\n${CUE}قال 2026 The Chair شكرا\n`),
    expected: { outcome: 'accept', text: 'قال 2026 The Chair شكرا' },
  },
  {
    id: 'TPL-03 document',
    name: 'bad.docm',
    make: packed({ [MAIN]: documentOf(paragraph(run('Une digue'))), 'word/vbaProject.bin': 'Sub AutoOpen()' }),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'TPL-04 document',
    name: docx,
    make: packed({ [MAIN]: documentOf(paragraph(`${FIELD}${run('Une digue')}`)) }),
    expected: { outcome: 'accept', text: 'Une digue' },
  },
  {
    id: 'TPL-04 declared',
    name: docx,
    make: packed({ [MAIN]: documentOf(paragraph(run('&amp;')), '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/x">]>') }),
    expected: { outcome: 'reject', type: 'DocumentDamaged', about: { part: MAIN } },
  },
]
