import { quantile } from './figures.ts'

/** An event of a trace of Chromium; times in microseconds, `tdur` those of the processor alone. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

/** Milliseconds per frame of one scroll, of processor but for `wall`. */
export interface Frames {
  /** Script, style, layout and paint together, what one holds of another counted once. */
  readonly busy: number
  readonly wall: number
  readonly script: number
  readonly style: number
  readonly layout: number
  readonly paint: number
  /** Of one frame in twenty, this or more: rows come two by two, so frames are not alike. */
  readonly p95: number
  /** Pieces of it of more than 50 ms. */
  readonly longTasks: number
}

const LONG_US = 50_000
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'FireAnimationFrame', 'EventDispatch'])
const STYLE = new Set(['UpdateLayoutTree'])
const LAYOUT = new Set(['Layout'])
const PAINT = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer', 'CompositeLayers'])
const WORK = new Set([...SCRIPT, ...STYLE, ...LAYOUT, ...PAINT])

/** Events of one thread that no event of the same list holds. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false
      end = ts + dur
      return true
    })
}

/** Of pieces of work, what falls to each frame, from one callback of the animation to the next. */
function byFrame(work: readonly TraceEvent[], events: readonly TraceEvent[]): readonly number[] {
  const starts = outermost(events.filter(({ name }) => name === 'FireAnimationFrame')).map(({ ts }) => ts)
  return starts.map((start, frame) => {
    const next = starts[frame + 1] ?? Number.POSITIVE_INFINITY
    return work.reduce((sum, event) => sum + (event.ts >= start && event.ts < next ? cost(event) : 0), 0) / 1000
  })
}

const cost = ({ tdur, dur = 0 }: TraceEvent): number => tdur ?? dur

/** What the main thread of the page did between the marks « scrolling » and « scrolled ». */
export function framesOf(events: readonly TraceEvent[], frames: number): Frames {
  const from = events.find(({ name }) => name === 'scrolling')
  const to = events.find(({ name }) => name === 'scrolled')
  if (from === undefined || to === undefined) throw new Error('The trace has no beginning or no end')
  const during = events.filter(
    ({ ph, pid, tid, ts }) => ph === 'X' && pid === from.pid && tid === from.tid && ts >= from.ts && ts <= to.ts,
  )
  const named = (names: ReadonlySet<string>): readonly TraceEvent[] =>
    outermost(during.filter(({ name }) => names.has(name)))
  const perFrame = (some: readonly TraceEvent[], which: (event: TraceEvent) => number): number =>
    some.reduce((sum, event) => sum + which(event), 0) / 1000 / frames
  const work = named(WORK)
  return {
    busy: perFrame(work, cost),
    wall: perFrame(work, ({ dur = 0 }) => dur),
    script: perFrame(named(SCRIPT), cost),
    style: perFrame(named(STYLE), cost),
    layout: perFrame(named(LAYOUT), cost),
    paint: perFrame(named(PAINT), cost),
    p95: quantile(byFrame(work, during), 0.95),
    longTasks: work.filter((piece) => cost(piece) > LONG_US).length,
  }
}
