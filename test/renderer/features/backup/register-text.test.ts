import { describe, expect, it } from 'vitest'
import { registerText } from '../../../../renderer/features/backup/register-text.ts'

const words = {
  what: () => 'Document',
  when: () => '18 mai 2021',
  notes: (count: number) => `${count} notes`,
  how: ({ scope }: { readonly scope: readonly string[] }) => scope,
}

describe('the register as text', () => {
  it('is one line a file, one column a fact, whatever a person has typed', () => {
    const entry = {
      at: 1,
      kind: 'document',
      audience: null,
      name: 'a.docx',
      file: 'ab12',
      notes: 3,
      to: 'Léa\tMartin\n(comité)',
      scope: ['des axes', 'chiffré'],
      locked: null,
    }
    const former = { ...entry, name: null, file: null, notes: null, to: '', scope: [] }
    expect(
      registerText([entry, former], words)
        .split('\n')
        .map((line) => line.split('\t')),
    ).toEqual([
      ['18 mai 2021', 'Document', 'a.docx', '3 notes', 'Léa Martin (comité)', 'des axes, chiffré', 'ab12'],
      ['18 mai 2021', 'Document', '', '', '', '', ''],
    ])
  })
})
