import { useEffect, useState } from 'react'

/** The window keeps its size on the screen while the page's own units grow: their ratio is the zoom, to the nearest 5 %. */
const zoomNow = (): number => Math.max(0.25, Math.round((window.outerWidth / window.innerWidth) * 20) / 20)

/** The zoom of the window, 1 being a hundred percent. */
export function useZoom(): number {
  const [zoom, setZoom] = useState(zoomNow)
  useEffect(() => {
    const follow = (): void => setZoom(zoomNow())
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [])
  return zoom
}
