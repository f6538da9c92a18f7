import type { ReactNode } from 'react'

/** The outline of each shape in a square of 16; a colour token of the same name goes with each. */
const SHAPES = {
  circle: <circle cx="8" cy="8" r="7" />,
  square: <rect x="1.5" y="1.5" width="13" height="13" />,
  triangle: <path d="M8 1.2 15.2 14.5H.8z" />,
  diamond: <path d="M8 .6 15.4 8 8 15.4.6 8z" />,
  hexagon: <path d="M4.2 1.5h7.6L15.6 8l-3.8 6.5H4.2L.4 8z" />,
  cross: <path d="M5.4 1h5.2v4.4H15v5.2h-4.4V15H5.4v-4.4H1V5.4h4.4z" />,
  ring: (
    <path
      fillRule="evenodd"
      d="M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8zm0 3.9a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z"
    />
  ),
  star: <path d="m8 .6 2.3 4.9 5.3.7-3.9 3.7 1 5.3L8 12.6l-4.7 2.6 1-5.3L.4 6.2l5.3-.7z" />,
  bars: <path d="M1.2 2h13.6v4.6H1.2zm0 7.4h13.6V14H1.2z" />,
} as const satisfies Record<string, ReactNode>

export type Shape = keyof typeof SHAPES

export const SECTION_SHAPES = Object.keys(SHAPES) as Shape[]

/** The shape of that name; the neutral bars for a name that is none of ours. */
export const toShape = (name: string | undefined): Shape => SECTION_SHAPES.find((shape) => shape === name) ?? 'bars'

export type MarkVariant = 'filled' | 'outline' | 'dotted'

export interface SectionMarkProps {
  shape: Shape
  variant?: MarkVariant
  /** Short name written beside the shape. */
  name?: string
  /** Said in place of a name that is not written; without either, the mark is an ornament. */
  label?: string
  size?: number
}

/** A section, always by its shape and its colour together. */
export function SectionMark({ shape, variant = 'filled', name, label, size = 12 }: SectionMarkProps) {
  const said = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  const mark = (
    <svg className="section-shape" data-shape={shape} data-variant={variant} {...said} width={size} viewBox="0 0 16 16">
      {SHAPES[shape]}
    </svg>
  )
  if (!name) return mark
  return (
    <span className="section-mark">
      {mark}
      <bdi>{name}</bdi>
    </span>
  )
}
