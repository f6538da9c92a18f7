import type { ClipboardEvent, DragEvent } from 'react'
import { attachFiles } from './attach-store.ts'

/** What an element needs so that files pasted or dropped on it are attached; words go where they went. */
export function useGivenFiles(note: string | null) {
  const take = (event: ClipboardEvent | DragEvent, transfer: DataTransfer): void => {
    const files = [...transfer.files]
    if (files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    void attachFiles(files, note)
  }
  return {
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
  }
}
