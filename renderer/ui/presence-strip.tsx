import { useTranslation } from 'react-i18next'
import { type MarkVariant, SectionMark, type Shape } from './section-mark.tsx'

export interface Place {
  id: string
  /** Three letters, seen. */
  code: string
  /** Name of the section, heard. */
  name: string
  shape: Shape
  /** `below`: under the threshold or not recorded; `inconclusive`: too few people; `none`: no data at all. */
  state: 'present' | 'below' | 'inconclusive' | 'none'
  count?: number
  total?: number
  /** The section the card is about. */
  highlighted?: boolean
}

const VARIANTS: Readonly<Record<Place['state'], MarkVariant>> = {
  present: 'filled',
  below: 'outline',
  inconclusive: 'dotted',
  none: 'dotted',
}

function PlaceItem({ place }: { place: Place }) {
  const { t } = useTranslation()
  return (
    <li data-state={place.state} data-highlighted={place.highlighted}>
      <span aria-hidden>{place.code}</span>
      <SectionMark shape={place.shape} variant={VARIANTS[place.state]} size={14} />
      <span aria-hidden className="figures">
        {place.state === 'none' ? '–' : `${place.count ?? 0}/${place.total ?? 0}`}
      </span>
      <span className="visually-hidden">
        {t(`presence.${place.state}`, { name: place.name, done: place.count ?? 0, total: place.total ?? 0 })}
      </span>
    </li>
  )
}

export interface PresenceStripProps {
  label: string
  /** Always the same sections in the same order: a place never moves. */
  places: readonly Place[]
}

/** In which sections something was raised, and by how many out of how many. */
export const PresenceStrip = ({ label, places }: PresenceStripProps) => (
  <ul className="presence-strip" aria-label={label}>
    {places.map((place) => (
      <PlaceItem key={place.id} place={place} />
    ))}
  </ul>
)
