import { aWorkspace, type Workspace } from './workspace.ts'

/** Public, by invitation and closed sessions, each with three speakers who have much to hide. */
function openedConsultation(): Workspace {
  const start = aWorkspace('start')
  for (const [label, level] of [
    ['publique', 1],
    ['invitée', 3],
    ['fermée', 5],
  ] as const) {
    start.session(label, level)
    for (const name of ['Awa', 'Bo', 'Chen'])
      start.speaker(`CANARI-nom-${name}-${label}`, {
        organisation: `CANARI-organisation-${name}`,
        function: `CANARI-fonction-${name}-${label}`,
        phone: `CANARI-telephone-${name}-${label}`,
        category: 'élu·e',
      })
  }
  return start
}
/** What every history of the laws begins with. */
export const START = openedConsultation()
