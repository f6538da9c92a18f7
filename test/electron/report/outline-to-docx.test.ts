import { beforeAll, describe, expect, it } from 'vitest'
import { checkWord, inspectDocx } from '#node/report/inspect-docx.ts'
import { outlineToDocx } from '#node/report/outline-to-docx.ts'
import { run, runs } from '#shared/report/outline.ts'
import { sanitiseOutline } from '#shared/report/sanitise.ts'
import { longOutline, sampleOutline } from '../../documents/sample-outline.ts'
import { outlineOf, partOf, wordOf } from './word-samples.ts'

/** Pages are laid out to number the contents: slow on a busy machine. */
const LAYING_OUT_MS = 60_000
let sample: Promise<Uint8Array>
beforeAll(async () => {
  sample = wordOf(sampleOutline())
  await sample
}, LAYING_OUT_MS)

describe('writing a report as a Word file', () => {
  it(
    'gives the same bytes for the same outline',
    async () => {
      expect(Buffer.compare(await sample, await wordOf(sampleOutline()))).toBe(0)
    },
    LAYING_OUT_MS,
  )

  it('finds nothing to say of a report that holds every kind of block', async () => {
    expect(await inspectDocx(await sample)).toEqual([])
  })

  it('dates the file from the outline and names its language', async () => {
    const core = await partOf(await sample, 'docProps/core.xml')
    expect(core).toContain('>2024-06-12T00:00:00Z</dcterms:created>')
    expect(core).toContain('>2024-06-12T00:00:00Z</dcterms:modified>')
    expect(core).toContain('<dc:language>fr-FR</dc:language>')
  })

  it('refuses an outline whose date is not a day', async () => {
    await expect(wordOf(outlineOf([], { date: '12 juin 2024' }))).rejects.toThrow('not a day')
  })

  it('fills the contents of a short report with pages, and of a long one with links alone', async () => {
    const pages =
      /PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t xml:space="preserve">\d+</
    expect(await partOf(await sample)).toMatch(pages)
    const bytes = await wordOf(longOutline(600))
    const long = await partOf(bytes)
    expect(long).not.toContain('PAGEREF')
    expect(long).toMatch(/<w:hyperlink w:history="1" w:anchor="_Toc1">/)
    await expect(checkWord(bytes)).resolves.toBeUndefined()
  })

  it('counts numbered paragraphs once from end to end', async () => {
    const said = { type: 'paragraph', numbered: true, runs: runs('Dit.') } as const
    const xml = await partOf(await wordOf(outlineOf([said, { type: 'heading', level: 1, text: 'Suite' }, said])))
    const lists = [...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    expect(lists).toHaveLength(2)
    expect(new Set(lists).size).toBe(1)
  })

  it('links to a note that the annex holds, and prints the number of one it does not', async () => {
    const xml = await partOf(
      await wordOf(
        outlineOf([
          { type: 'paragraph', runs: [run('7', { noteLink: 7 }), run(' et '), run('8', { noteLink: 8 })] },
          { type: 'annexNote', number: 7, runs: runs('Dit.'), attribution: 'Afrique' },
        ]),
      ),
    )
    expect([...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor)).toEqual(['rp_n7'])
    expect(xml).toContain('<w:bookmarkStart w:name="rp_n7"')
    expect(xml).toContain('<w:t xml:space="preserve">8</w:t>')
  })

  it('turns Arabic paragraphs, and only the Arabic words of the others', async () => {
    const xml = await partOf(
      await wordOf(
        outlineOf([
          { type: 'paragraph', runs: [run('تؤكد المدن 42 %', { lang: 'ar', dir: 'rtl' })] },
          { type: 'paragraph', runs: runs('Le mot ميناء signifie port.') },
        ]),
      ),
    )
    const [arabic = '', french = ''] = xml.split('</w:p>')
    expect(arabic).toContain('<w:bidi/>')
    expect(arabic).toContain('w:bidi="ar-SA"')
    expect(french).not.toContain('<w:bidi/>')
    expect(french.match(/<w:rtl\/>/g)).toHaveLength(1)
  })

  it('gives tables fixed widths that add up, a repeated header and words for screen readers', async () => {
    const xml = await partOf(
      await wordOf(
        outlineOf([
          {
            type: 'table',
            caption: 'Tableau « 1 » & <2>',
            header: [runs('Axe'), runs('Notes')],
            rows: [[runs('a'), runs('3')]],
            widths: [3, 1],
            figures: [1],
          },
        ]),
      ),
    )
    const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(grid.reduce((sum, width) => sum + width)).toBe(9386)
    expect([...xml.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      ...grid,
      ...grid,
    ])
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('<w:tblCaption w:val="Tableau « 1 » &amp; &lt;2&gt;"/><w:tblDescription w:val="Axe, Notes"/>')
    expect(xml.match(/<w:jc w:val="end"\/>/g)).toHaveLength(2)
  })

  it('hears of each block as it is written', async () => {
    const heard: [number, number][] = []
    const blocks = [1, 2, 3].map(() => ({ type: 'paragraph', runs: runs('Dit.') }) as const)
    await outlineToDocx(sanitiseOutline(outlineOf(blocks)).outline, (done, total) => heard.push([done, total]))
    expect(heard).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('refuses a footnote in a footnote, which Word cannot open', async () => {
    const nested = [run('a', { footnote: [run('b', { footnote: runs('c') })] })]
    await expect(wordOf(outlineOf([{ type: 'paragraph', runs: nested }]))).rejects.toThrow('footnote')
  })
})
