import type { Row } from './cells.ts'

/** What a column of a report holds. */
export type Column =
  'name' | 'email' | 'join' | 'leave' | 'minutes' | 'action' | 'time' | 'question' | 'answer' | 'answerer' | 'number'

/** How programs for calls name their columns, in the languages of this one, without accents, signs and case. */
const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(|id|n|no|numero|number)$/],
  ['answerer', /^(answer(ed)?( by| name)|answerer name|repondu par|nom du repondant|respondida? por)$/],
  ['answer', /^(answers?|reponses?|respuestas?)( s)?$/],
  [
    'email',
    /^((user|attendee|asker|participant) )?e ?mail( address)?$|^(adresse )?e ?mail( de l utilisateur| du participant)?$|^adresse (de messagerie|electronique)$|^courriel$|^correo( electronico)?( del usuario)?$|^(participant id )?upn$/,
  ],
  [
    'name',
    /^((user|full|asker|display|participant|attendee) )?name( original name)?$|^nom( d origine| complet| d utilisateur| de l utilisateur| du demandeur| nom d origine)?$|^participante?$|^nombre( completo| de usuario| del usuario| nombre original)?$|^identity$/,
  ],
  [
    'join',
    /^(first )?join( time)?$|^(heure|date) (d arrivee|de connexion|d entree)$|^premiere? (participation|connexion|arrivee)$|^hora de (entrada|union|ingreso|incorporacion)$|^primera (union|entrada|incorporacion)$/,
  ],
  [
    'leave',
    /^(last )?leave( time)?$|^(heure|date) (de depart|de deconnexion|de sortie)$|^dernier(e)? (depart|sortie|deconnexion)$|^hora de salida$|^ultima salida$/,
  ],
  [
    'minutes',
    /^(in meeting |total |attended )?duration( minutes)?$|^time in session minutes$|^duree( minutes| de la reunion| dans la reunion| en reunion| de participation)?( minutes)?$|^duracion( minutos| en la reunion)?( minutos)?$/,
  ],
  ['action', /^(user )?action$|^action de l utilisateur$|^accion( del usuario)?$/],
  [
    'time',
    /^submitted date time$|^(completion|submit|submission|question|created|asked) time$|^timestamp$|^horodatage$|^(date heure|date et heure) (d envoi|de soumission)$|^heure de (fin|soumission|la question)$|^hora de (finalizacion|envio)$|^fecha hora de envio$|^marca de tiempo$/,
  ],
  ['question', /^questions?$|^question details$|^content$|^preguntas?$|^contenu$|^contenido$/],
]

/** A name of a column as it is compared. */
const key = (cell: string): string =>
  cell
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export type Columns = ReadonlyMap<Column, number>

/** Which column holds what; the first of each. */
export function columnsOf({ cells }: Row): Columns {
  const columns = new Map<Column, number>()
  for (const [index, cell] of cells.slice(0, 100).entries()) {
    const named = key(cell)
    const column = NAMES.find(([, pattern]) => pattern.test(named))?.[0]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  return columns
}

export const cellOf = ({ cells }: Row, columns: Columns, column: Column): string => {
  const index = columns.get(column)
  return index === undefined ? '' : (cells[index] ?? '')
}

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell === '')
