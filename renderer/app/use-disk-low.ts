import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast.tsx'

/** Says that the disk is full and that the reserve was given up for what is being written. */
export function useDiskLow(): void {
  const { t } = useTranslation('opening')
  useEffect(() => window.rapporteur.on('disk.low', () => toast(t('diskLow'), { tone: 'danger' })), [t])
}
