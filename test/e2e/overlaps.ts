import type { Page } from '@playwright/test'

/** Texts drawn over one another in the page as it is now, two by two; what stands over the rest on purpose is apart. */
export const overlapsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** A line of a text; one that is cut short is told twice, whole and cut. */
    interface Drawn {
      readonly node: Node
      readonly words: string
      readonly layer: Element | null
      readonly box: DOMRect
    }
    const LAYERS = '[role=dialog], [role=menu], [role=listbox], [role=tooltip], [role=alert]'
    /** Letters may hang out of their line by so much of its height. */
    const HANGING = 0.35

    /** What is seen of a box through everything that cuts it. */
    const seenOf = (element: Element, box: DOMRect): DOMRect => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom]
      const cut = (by: { left: number; top: number; right: number; bottom: number }) => {
        left = Math.max(left, by.left)
        top = Math.max(top, by.top)
        right = Math.min(right, by.right)
        bottom = Math.min(bottom, by.bottom)
      }
      cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })
      for (let holder: Element | null = element; holder; holder = holder.parentElement) {
        const { overflowX, overflowY, contain } = getComputedStyle(holder)
        const isCutting = overflowX !== 'visible' || overflowY !== 'visible' || /strict|content|paint/u.test(contain)
        if (isCutting) cut(holder.getBoundingClientRect())
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    }
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('.visually-hidden, option, [hidden]') !== null

    const drawn: Drawn[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (element === null || words === '' || isHidden(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        const box = seenOf(element, line)
        if (box.width > 1 && box.height > line.height / 2)
          drawn.push({ node, words: words.slice(0, 40), layer: element.closest(LAYERS), box })
      }
    }
    const wide = (a: DOMRect, b: DOMRect) => Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high = (a: DOMRect, b: DOMRect) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    const found = new Set<string>()
    for (const [at, one] of drawn.entries())
      for (const other of drawn.slice(at + 1)) {
        if (one.node === other.node || one.layer !== other.layer || wide(one.box, other.box) < 3) continue
        if (high(one.box, other.box) > HANGING * Math.min(one.box.height, other.box.height))
          found.add(`« ${one.words} » and « ${other.words} »`)
      }
    return [...found]
  })
