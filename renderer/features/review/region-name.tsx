import { labelOf } from '#shared/model/label.ts'
import { isKind } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'

export interface RegionNameProps {
  region: string | null | undefined
  /** The mark alone, its name heard. */
  mark?: boolean
  size?: number
}

/** A section by its mark and its short name; nothing for who speaks for none. */
export function RegionName({ region, mark = false, size = 12 }: RegionNameProps) {
  const { records } = useWorkspace()
  const language = useLanguage()
  const record = typeof region === 'string' ? records.get(region) : undefined
  if (record === undefined || !isKind(record, 'region')) return null
  const shape = toShape(record.f.shape)
  return mark ? (
    <SectionMark shape={shape} label={labelOf(record, language)} size={size} />
  ) : (
    <SectionMark shape={shape} name={shortLabel(record, language)} size={size} />
  )
}
