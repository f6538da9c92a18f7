import type { Chance } from '../build/chance.ts'

const ACTIONS = [
  ...([
    'note',
    'note',
    'text',
    'text',
    'text',
    'stance',
    'tag',
    'tag',
    'untag',
    'theme',
    'remove',
    'settle',
    'settle',
  ] as const),
  ...(['undo', 'undo', 'undo', 'redo', 'redo', 'send', 'send', 'turn', 'turn', 'name', 'back', 'back'] as const),
  ...(['crash', 'torn', 'close'] as const),
]
export type Action = (typeof ACTIONS)[number]
/** One thing that one person does; `x` and `y` choose among what there is when its turn comes. */
export interface Done {
  readonly who: number
  readonly action: Action
  readonly x: number
  readonly y: number
}

/** One thing; now and then both write over the same words, and one then gets what the other wrote. */
export function someDone(random: Chance): readonly Done[] {
  const [who, x, y] = [random.below(2), random.below(1000), random.below(1000)]
  if (random.in100(92)) return [{ who, action: random.one(ACTIONS), x, y }]
  const clash = [
    { who, action: 'send' },
    { who, action: 'text' },
    { who: 1 - who, action: 'text' },
    { who, action: 'send' },
  ] as const
  return clash.map((one) => ({ ...one, x, y }))
}
