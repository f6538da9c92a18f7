/** Words of a command that are refused before anything is read, with the type of the failure. */
export const COMMAND_LINES: readonly {
  readonly id: string
  readonly words: readonly string[]
  readonly type: string
}[] = [
  ...['NUL.docx', 'con', 'AUX.rapx', 'COM1.rapx', 'lpt1', 'nul.tar.gz'].map((name) => ({
    id: `NAME-01 ${name}`,
    words: ['merge', 'a.rapx', '--out', name],
    type: 'NameRefused',
  })),
  { id: 'NAME-03', words: ['merge', 'a.rapx', '--out', 'report. '], type: 'NameRefused' },
  { id: 'NAME-04', words: ['merge', 'a.rapx', '--out', '🗳️ تقرير \u202ecod.exe'], type: 'NameRefused' },
  { id: 'NAME-07', words: ['merge', '--outt', 'x'], type: 'UnknownOption' },
  { id: 'NAME-07 twice', words: ['merge', 'a', '--out', 'b', '--out', 'c'], type: 'OptionTwice' },
  { id: 'NAME-07 no value', words: ['merge', 'a', '--out'], type: 'OptionMissing' },
  { id: 'NAME-07 -h', words: ['merge', 'a', '-h', '--out', 'b'], type: 'UnknownOption' },
  { id: 'NAME-07 nothing', words: ['merge'], type: 'FileMissing' },
  { id: 'NAME-07 one more', words: ['inspect', 'a.rapx', 'b.rapx'], type: 'WordUnexpected' },
  { id: 'NAME-07 no file', words: ['new', 'a.rapx'], type: 'WordUnexpected' },
  { id: 'NAME-07 --', words: ['merge', '--', '--out'], type: 'OptionMissing' },
  { id: 'NAME-09', words: ['--gpu-launcher=calc.exe', 'x.rapx'], type: 'UnknownVerb' },
  { id: 'NAME-10', words: ['merge', 'a.rapx', 'b.rapx', '--out', './a.rapx'], type: 'OutputIsInput' },
]
