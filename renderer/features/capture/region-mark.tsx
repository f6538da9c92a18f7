import { isKind } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useLanguage } from '../../state/use-words.ts'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { shortLabel } from './labels.ts'

/** The mark of a region, with its name for who cannot see it. */
export function RegionMark({ region, named = false }: { region: string | undefined; named?: boolean }) {
  const { records } = useWorkspace()
  const language = useLanguage()
  const record = region === undefined ? undefined : records.get(region)
  if (record === undefined || !isKind(record, 'region')) return null
  const name = shortLabel(record, language)
  return <SectionMark shape={toShape(record.f.shape)} {...(named ? { name } : { label: name })} />
}
