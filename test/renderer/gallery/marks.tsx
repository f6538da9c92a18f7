import { useState } from 'react'
import { HeatTable } from '../../../renderer/ui/heat-table.tsx'
import { KindIcon, ICON_KEYS } from '../../../renderer/ui/kind-icon.tsx'
import { type Place, PresenceStrip } from '../../../renderer/ui/presence-strip.tsx'
import { ScopeMark } from '../../../renderer/ui/scope-mark.tsx'
import { SECTION_SHAPES, SectionMark, type Shape } from '../../../renderer/ui/section-mark.tsx'
import { Table } from '../../../renderer/ui/table.tsx'
import { ViewHead } from '../../../renderer/ui/view-head.tsx'

const NAMES = ['Afrique', 'ASPAC', 'Eurasie', 'Europe', 'MEWA', 'LATAM', 'NORAM', 'Metropolis', 'Régions']
const CODES = ['AFR', 'ASP', 'EUA', 'EUR', 'MEW', 'LAT', 'NOR', 'MET', 'REG']
const PLACES: readonly [Shape, Place['state'], number, number][] = [
  ['circle', 'present', 7, 12],
  ['square', 'below', 0, 10],
  ['triangle', 'below', 0, 6],
  ['diamond', 'inconclusive', 0, 3],
  ['hexagon', 'present', 7, 9],
  ['cross', 'below', 1, 11],
  ['ring', 'inconclusive', 0, 4],
  ['star', 'inconclusive', 0, 2],
  ['bars', 'none', 0, 0],
]

const places: Place[] = PLACES.map(([shape, state, count, total], index) => ({
  id: String(index),
  code: CODES[index] ?? '',
  name: NAMES[index] ?? '',
  shape,
  state,
  count,
  total,
  highlighted: shape === 'hexagon',
}))

const AXES = ['1 Démocratie locale', '2 Lieux d’entraide', '3 Inégalités', '4 Transition écologique']
const COUNTS = [
  [14, 9, 6, 3, 11, 12, 2, 1, undefined],
  [11, 8, 5, 2, 7, 13, 3, 2, 1],
  [13, 7, 2, 4, 9, 12, 2, 1, undefined],
  [12, 10, 6, 3, 9, 11, 4, 2, undefined],
]
const countAt = (row: string, column: string) => COUNTS[Number(row)]?.[Number(column)]

function Coverage() {
  const [opened, setOpened] = useState('')
  return (
    <section className="card demo" aria-label="Couverture">
      <h2>Couverture, axe × section</h2>
      <HeatTable
        caption="Couverture, axe × section"
        rowsLabel="Axe"
        rows={AXES.map((label, index) => ({ id: String(index), label }))}
        columns={SECTION_SHAPES.map((shape, index) => ({
          id: String(index),
          label: NAMES[index] ?? '',
          shown: <SectionMark shape={shape} name={NAMES[index] ?? ''} />,
        }))}
        valueOf={(row, column) => {
          const count = countAt(row, column)
          return count === undefined ? undefined : { count, low: count < 5 }
        }}
        onOpen={(row, column) => setOpened(`${row}-${column}`)}
        total={{
          label: 'Total',
          of: (row) => (COUNTS[Number(row)] ?? []).reduce<number>((sum, n) => sum + (n ?? 0), 0),
        }}
      />
      <output data-opened={opened} />
    </section>
  )
}

const nameOf = (place: Place) => <SectionMark shape={place.shape} name={place.name} />

export function Marks() {
  return (
    <main className="view">
      <ViewHead title="Marques" />
      <div className="pane stack">
        <section className="card stack demo" aria-label="Présence">
          <h2>Rareté de l’eau, nappes partagées</h2>
          <div style={{ maxWidth: 336 }}>
            <PresenceStrip label="Présence par section" places={places} />
          </div>
          <div className="row">
            {SECTION_SHAPES.map((shape) => (
              <SectionMark key={shape} shape={shape} size={16} label={shape} />
            ))}
            {SECTION_SHAPES.map((shape) => (
              <SectionMark key={shape} shape={shape} size={16} variant="outline" label={`${shape} vide`} />
            ))}
            {SECTION_SHAPES.map((shape) => (
              <SectionMark key={shape} shape={shape} size={16} variant="dotted" label={`${shape} pointillé`} />
            ))}
          </div>
          <div className="row">
            <ScopeMark scope="trend" />
            <ScopeMark scope="specificity" of="MEWA" />
            <ScopeMark scope="undecided" />
            <ScopeMark scope="trend" long />
            <ScopeMark scope="specificity" long />
          </div>
          <div className="row">
            {ICON_KEYS.map((kind) => (
              <KindIcon key={kind} kind={kind} size={20} />
            ))}
          </div>
          <p className="written" lang="ar" dir="auto">
            لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف لإدارة الأحواض.
          </p>
          <p>
            Un plan commun pour <del>gérer</del> <ins>administrer ensemble</ins> les bassins.
          </p>
        </section>
        <Coverage />
        <section className="card demo" aria-label="Sections">
          <h2>Sections</h2>
          <Table
            caption="Sections"
            rows={places.slice(0, 4)}
            keyOf={(place) => place.id}
            columns={[
              {
                id: 'name',
                header: 'Section',
                names: true,
                cell: nameOf,
              },
              { id: 'total', header: 'Notes', numeric: true, cell: (place) => place.total },
              { id: 'state', header: 'Synthèse régionale', cell: () => 'Validé section' },
            ]}
          />
        </section>
      </div>
    </main>
  )
}
