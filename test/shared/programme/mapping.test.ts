import { describe, expect, it } from 'vitest'
import { MAPPING_TARGETS } from '#shared/programme/mapping-target.ts'
import { parseMapping, resolveMapping, suggestMapping } from '#shared/programme/mapping.ts'

const mapping = (written: string) => {
  const parsed = parseMapping(written)
  return parsed.ok ? parsed.value : parsed.failure
}

describe('saying what the columns of a table are', () => {
  it('reads columns, constants and quoted names', () => {
    expect(mapping('text="Proposition, ""libre""", axis=Thème du débat ,region:=AFR,themes:="eau|sol"')).toEqual({
      text: { column: 'Proposition, "libre"' },
      axis: { column: 'Thème du débat' },
      region: { constant: 'AFR' },
      themes: { constant: 'eau|sol' },
    })
  })

  it.each([
    ['', { type: 'TextNotMapped' }],
    ['axis=a', { type: 'TextNotMapped' }],
    ['text=a,couleur=b', { type: 'UnknownTarget', target: 'couleur', targets: MAPPING_TARGETS }],
    ['text=a,text=b', { type: 'TargetTwice', target: 'text' }],
    ['text=a,axis', { type: 'MappingUnreadable', part: 'axis' }],
    ['text=a,axis=', { type: 'MappingUnreadable', part: 'axis=' }],
    ['text="a', { type: 'MappingUnreadable', part: 'text="a' }],
    ['text="a"b', { type: 'MappingUnreadable', part: 'text="a"b' }],
    ['text=a,constructor=b', { type: 'UnknownTarget', target: 'constructor', targets: MAPPING_TARGETS }],
  ])('refuses %j', (written, failure) => {
    expect(mapping(written)).toEqual(failure)
  })

  it('finds columns whatever their case and accents, the exact name first', () => {
    const columns = ['TEXTE ', 'texte', 'Thème']
    const resolved = resolveMapping(
      { text: { column: 'texte' }, axis: { column: 'theme' }, lang: { constant: 'fr' } },
      columns,
    )
    expect(resolved).toEqual({
      ok: true,
      value: { text: { column: 'texte' }, axis: { column: 'Thème' }, lang: { constant: 'fr' } },
    })
    expect(resolveMapping({ text: { column: 'note' } }, columns)).toEqual({
      ok: false,
      failure: { type: 'ColumnMissing', column: 'note', columns },
    })
  })
})

describe('guessing what the columns of a table are', () => {
  it('recognises headers in French, English and Spanish', () => {
    expect(suggestMapping(['Langue', 'Axe', 'Région', 'Intervenant·e', 'Texte', 'Mots-clés'])).toEqual({
      lang: { column: 'Langue' },
      axis: { column: 'Axe' },
      region: { column: 'Région' },
      speaker: { column: 'Intervenant·e' },
      text: { column: 'Texte' },
      themes: { column: 'Mots-clés' },
    })
    expect(suggestMapping(['Title', 'Content', 'Country'])).toEqual({
      title: { column: 'Title' },
      text: { column: 'Content' },
      country: { column: 'Country' },
    })
    expect(suggestMapping(['Fecha', 'Eje', 'Propuesta'])).toEqual({
      date: { column: 'Fecha' },
      axis: { column: 'Eje' },
      text: { column: 'Propuesta' },
    })
  })

  it('prefers the exact header, then the one that begins with it, and uses a column once', () => {
    expect(suggestMapping(['region_un', 'section_cglu', 'author_type', 'author', 'text_id', 'text'])).toEqual({
      region: { column: 'section_cglu' },
      category: { column: 'author_type' },
      speaker: { column: 'author' },
      text: { column: 'text' },
    })
  })

  it('does not invent a text', () => {
    expect(suggestMapping(['a', 'b', 'constructor'])).toEqual({})
  })
})
