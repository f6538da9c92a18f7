import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { attachFiles } from './attach-store.ts'

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,.docx,text/plain,.txt'

/** Chooses pictures and documents; `note` is null while the note is being written. */
export function AttachButton({ note }: { note: string | null }) {
  const { t } = useTranslation('attachments')
  const input = useRef<HTMLInputElement>(null)
  const canWrite = useCanWrite()
  return (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={!canWrite}
        icon={<IconPaperclip size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('attach')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('attach')}
        onChange={({ currentTarget }) => {
          void attachFiles([...(currentTarget.files ?? [])], note)
          // The same file may be chosen once more.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
