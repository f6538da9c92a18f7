import { keptSize } from './picture-size.ts'

const QUALITY = 0.86

/** Draws a picture anew: no place, date or device of the camera is left in it. Null when it cannot be drawn. */
async function redrawn(file: Blob): Promise<Uint8Array | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const [width, height] = keptSize(bitmap.width, bitmap.height)
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context === null) return null
    const isDrawing = file.type === 'image/png'
    if (!isDrawing) {
      // A photograph has no see-through parts; JPEG would make them black.
      context.fillStyle = 'white'
      context.fillRect(0, 0, width, height)
    }
    context.drawImage(bitmap, 0, 0, width, height)
    bitmap.close()
    const blob = await canvas.convertToBlob({ type: isDrawing ? 'image/png' : 'image/jpeg', quality: QUALITY })
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return null
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the page that made it
  void redrawn(data).then((bytes) => self.postMessage(bytes))
})
