import * as fc from 'fast-check'

/** Pieces that mean something somewhere, in any order, and anything else. */
export const nastyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('#eau', '/2', '/9', '/cli', '@dia', '=g', '!', '>', '"', '«', '?', '؟', '+a', '%b', '_c', '№'),
      fc.constantFrom(
        'e:',
        'e: a',
        '\\e:',
        '\\',
        '\\\\',
        '\\#',
        '\\..',
        '..',
        '...',
        'a..',
        '\n',
        'eau,',
        '#eau..',
        '+',
        '!+a',
      ),
      fc.string(),
    ),
  )
  .chain((parts) => fc.constantFrom('', ' ').map((between) => parts.join(between).trim()))
