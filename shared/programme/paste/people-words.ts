import { normalise } from '../../search/normalise.ts'

/** Beginnings of the words that name what someone does, normalised, in French, English and Spanish. */
const FUNCTIONS = `accompagnat activist adjoint administrat adviser advisor agent alcalde ambassad analyst ancien
  anthropolog architect arquitect artist asesor assistant associe auteur author autor autrice catedratic ceo charge chair
  chef chercheu chief co-presid co-fondat cofondat cofounder comisari commissair commissioner concejal
  conseill consejer consultant coordina coordonnat councillor councilor dean decan delega delegue depute deputy diputad
  directeu direct doyen econom elu encargad engineer enseignant envoy envoye ex executive expert facilita fondat former founder
  fundador geograf geograph gerente gestionnaire gobernador gouverneu governor habitant head ingenieu ingenier investigador
  jefa jefe journalist lead lecturer lord mayor mair managing manager maire mayor mediat membre member miembro militant minist
  moderat officer partner periodist portavoz porte prefet presid principal profes programme project rapporteu
  rect reporter representant representative representa researcher responsable secretai secretari secretary senad senat senior
  sociolog spokes special specialist subdirect subsecret tecnic tesorer treasurer tresori undersecretary urbanist
  vice viceministr viceprefet vicepresid vocal`
  .split(/\s+/u)
  .filter((word) => word.length > 1)

/** Words that are whole, so that « Lead » is one and « Leader Price » is not. */
const WHOLE = new Set(
  'ceo ex lead head chair lord programme project special principal envoy partner agent vocal'.split(' '),
)

/** Nouns that organisations are called by. */
const ORGANISATIONS = `agence agencia agency alcaldia alianza alliance assemblee assembly association asociacion
  ayuntamiento banco bank banque center centre centro chambre cities city ciudad ciudades coalition coalicion collectif
  colectivo comision comite commission committee commune communaute community company comunidad confederation
  confederacion conseil consejo convention cooperativa cooperative council departement district ecole empresa
  escuela federacion federation fondation foro forum foundation fundacion gobierno gouvernement government group groupe grupo
  habitat initiative institut institute instituto intendencia laboratoire mairie metropole metropolis ministere ministerio ministry mission missions
  municipalidad municipalite municipality nations network observatoire observatorio office ong ngo organisation organizacion
  organization partenaires plataforma plate-forme plateforme platform prefecture province provincia red region
  reseau school secretariat societe society syndicat union universidad universite university ville villes`.split(/\s+/u)
const ORGANISATION_WORDS = new Set(ORGANISATIONS.map(normalise))

const firstWord = (text: string): string => normalise(text.split(/[\s’']/u)[0] ?? '').split(' ')[0] ?? ''

const ARTICLE = /^(?:le|la|les|the|el|los|las|un|une|an?|son|sa|notre|our)\s+|^l[’']/iu

export const withoutArticle = (text: string): string => text.replace(ARTICLE, '')

/** Whether words begin as what someone does begins: « directrice de… », “Deputy Mayor”. */
export function isFunction(text: string): boolean {
  const word = firstWord(withoutArticle(text.trim()))
  return word !== '' && FUNCTIONS.some((head) => (WHOLE.has(head) ? word === head : word.startsWith(head)))
}

export const isOrganisationWord = (text: string): boolean => ORGANISATION_WORDS.has(firstWord(text))

/** « auteure du *Guide…* »: what follows is a work. */
export const isAuthor = (text: string): boolean =>
  /^(?:co)?(?:aut(?:eur|rice|hor|or)|auteure|traduct|translat)/u.test(firstWord(text))

/** Names of countries in the three languages of the catalogues, as normalised words. */
let countries: ReadonlySet<string> | null = null

export function isCountry(text: string): boolean {
  countries ??= countryNames()
  return countries.has(normalise(text))
}

function countryNames(): ReadonlySet<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  const names = ['fr', 'en', 'es'].flatMap((lang) => {
    const words = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' })
    return codes.map((code) => words.of(code) ?? '')
  })
  return new Set([...names, 'USA', 'UK', 'RDC', 'DRC', 'EE. UU.'].map(normalise).filter((name) => name !== ''))
}
