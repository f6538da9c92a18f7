import { IconBookmark, IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { digitOf, useKeys } from '../../../renderer/app/use-keys.ts'
import { Button } from '../../../renderer/ui/button.tsx'
import { KindIcon } from '../../../renderer/ui/kind-icon.tsx'
import { Rail } from '../../../renderer/ui/rail.tsx'
import { ScopeMark } from '../../../renderer/ui/scope-mark.tsx'
import { SectionMark } from '../../../renderer/ui/section-mark.tsx'
import { ViewHead } from '../../../renderer/ui/view-head.tsx'

const AXES = ['Démocratie locale', 'Lieux d’entraide', 'Inégalités', 'Transition écologique']
const NOTES = [
  'Les communes littorales adaptent leurs plans d’urbanisme sans données de niveau de la mer à leur échelle.',
  'لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف لإدارة الأحواض.',
  'Малые и средние города готовы обмениваться данными о качестве воздуха, но единой платформы нет.',
  'La tarifa social del agua solo funciona si el Estado compensa a la ciudad; si no, se hunde el servicio.',
]

/** A screen that falls while it is drawn. */
export function FallenScreen(): never {
  throw new Error('Fallen on purpose')
}

/** A screen laid out as features do: head, rails, a scrolling list over a fixed field. */
export function DemoScreen() {
  const [axis, setAxis] = useState(4)
  useKeys('capture', { axis: (event) => setAxis(Math.min(digitOf(event), AXES.length)) })
  return (
    <>
      <ViewHead title="Séance 4 : Transition écologique" detail="7 mai 2021, 14:00 – 17:00, en ligne">
        <span className="grow" />
        <Button icon={<IconBookmark size={16} aria-hidden />} keys="Control+T">
          Signet
        </Button>
        <Button icon={<IconClipboardCheck size={16} aria-hidden />}>Clore…</Button>
      </ViewHead>
      <div className="panes">
        <Rail side="start" label="Axes" summary={`${axis} ${AXES[axis - 1]}`}>
          <h2>Axe</h2>
          <ul className="stack">
            {AXES.map((label, index) => (
              <li key={label}>
                <Button aria-pressed={axis === index + 1} onClick={() => setAxis(index + 1)}>
                  {index + 1} {label}
                </Button>
              </li>
            ))}
          </ul>
        </Rail>
        <section className="pane pane-stack" data-pane aria-label="Notes" tabIndex={-1}>
          <div className="pane-scroll">
            {NOTES.map((text) => (
              <article key={text} className="row demo">
                <time>15:02</time>
                <div className="grow stack">
                  <p className="written" dir="auto">
                    {text}
                  </p>
                  <small className="row">
                    <KindIcon kind="observation" /> <b>Constat</b> <SectionMark shape="ring" name="NORAM" />{' '}
                    <bdi>#données</bdi>
                  </small>
                </div>
                <ScopeMark scope="undecided" />
                <Button size="small" look="quiet">
                  Corriger
                </Button>
              </article>
            ))}
          </div>
          <div className="view-foot">
            <textarea aria-label="Nouvelle note" dir="auto" className="grow" />
          </div>
        </section>
        <Rail side="end" label="À la parole" summary="1 Élue, ville côtière">
          <h2>À la parole</h2>
          <Button aria-pressed>1 Élue, ville côtière</Button>
        </Rail>
      </div>
    </>
  )
}
