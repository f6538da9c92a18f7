/**
 * Every key of the program: what handlers listen to, what controls show, what the cheat sheet prints. Its words are in
 * the `shell` catalogue under `keys.<scope>.<id>`.
 *
 * Digits (`Digit1`) are matched by their place on the keyboard, since they ask for Shift on some; a letter by what its
 * key prints, or by its place on keyboards that print no Latin letters. `(Digit[1-9])` stands for nine keys. Nothing
 * uses Control+Alt, which is AltGr and types characters.
 */
export const KEYMAP = {
  /** Bound by the native menu; listed here to be printed, and so that nothing else takes them. */
  menu: {
    open: 'Control+O',
    undo: 'Control+Z',
    redo: 'Control+Y',
    save: 'Control+S',
    zoomIn: 'Control++',
    zoomOut: 'Control+-',
    zoomReset: 'Control+Digit0',
    fullScreen: 'F11',
    help: 'F1',
  },
  global: {
    cheatSheet: 'Control+F1',
    nextPane: 'F6',
    previousPane: 'Shift+F6',
    closeSession: 'Control+Shift+L',
    sharedScreen: 'Control+Shift+M',
  },
  capture: {
    commit: 'Enter',
    newLine: 'Shift+Enter',
    axis: 'Control+(Digit[1-9])',
    speaker: 'Alt+(Digit[1-9])',
    nobody: 'Alt+Digit0',
    otherSpeaker: 'F4',
    unidentified: 'Control+Shift+N',
    doubtful: 'Control+Shift+D',
    reattribute: 'Control+Shift+S',
    speaksFor: 'Shift+F4',
    speaksForBack: 'Control+Shift+F4',
    theme: 'F3',
    kind: 'F9',
    scope: 'F8',
    scopeBack: 'Control+F8',
    stance: 'Shift+F8',
    language: 'F7',
    languageBack: 'Control+F7',
    channel: 'Shift+F7',
    channelBack: 'Control+Shift+F7',
    figure: 'Control+Shift+F',
    sensitive: 'Control+Shift+H',
    position: 'Control+Shift+P',
    editLast: 'ArrowUp',
    /** The menu's undo, in an empty field: it takes back the last Enter. */
    recallLast: 'Control+Z',
    edit: 'F2',
    split: 'Control+Shift+Enter',
    join: 'Control+J',
    part: 'Control+Shift+O',
    nextSlot: 'Control+PageDown',
    previousSlot: 'Control+PageUp',
  },
  review: {
    next: 'J',
    previous: 'K',
    select: 'X',
    selectAll: 'Control+A',
    axis: '(Digit[1-9])',
    themes: 'T',
    kind: 'Y',
    stance: 'P',
    trend: 'G',
    specificity: 'R',
    undecided: 'U',
    board: 'N',
    edit: 'F2',
    open: 'Enter',
    remove: 'Delete',
    find: 'Control+F',
    nextView: 'Control+PageDown',
    previousView: 'Control+PageUp',
  },
  merge: {
    keepHere: 'Alt+G',
    takeFile: 'Alt+D',
    keepBoth: 'Alt+Digit2',
    editThird: 'Alt+E',
    next: 'Alt+PageDown',
    previous: 'Alt+PageUp',
  },
  duplicates: { same: 'M', different: 'D', pick: 'X' },
  report: { export: 'Control+Shift+E' },
  closing: {
    secondReading: 'S',
    minutes: 'Control+Shift+E',
    next: 'J',
    previous: 'K',
    confirm: 'V',
    approve: 'A',
    speaker: 'Alt+(Digit[1-9])',
    name: 'N',
    theme: '(Digit[1-9])',
    themes: 'T',
    commitment: 'Q',
    describe: 'D',
    edit: 'F2',
    back: 'Escape',
  },
} as const

export type KeyScope = keyof typeof KEYMAP

export type KeyId<S extends KeyScope> = keyof (typeof KEYMAP)[S] & string

export const KEY_SCOPES = Object.keys(KEYMAP) as KeyScope[]

/** The keys of a scope as pairs of id and combination, in the order they are printed. */
export const keysOf = (scope: KeyScope): [id: string, keys: string][] => Object.entries(KEYMAP[scope])
