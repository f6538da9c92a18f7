import { suggestMapping, suggestTargets, type MappingOf } from '../mapping.ts'
import type { ParticipantTarget } from './participant-target.ts'

/** Headers that people give to columns of a list in French, English and Spanish, normalised, the most telling first. */
const PARTICIPANT_HEADERS: Readonly<Record<ParticipantTarget, readonly string[]>> = {
  fullName: listed(`nom complet, full name, nombre completo, nom et prenom, nom et prenoms, prenom et nom, nom prenom,
    prenom nom, nom prenoms, first and last name, last name first name, apellidos y nombre, nombre y apellidos,
    apellidos nombre, participant, participante, participants, participantes, intervenant, intervenante, speaker,
    ponente, orateur, oratrice, orador, oradora, name, nombre, invite, invitee, guest`),
  name: listed(`nom de famille, nom, last name, family name, surname, apellidos, apellido, primer apellido`),
  givenName: listed(`prenom, prenoms, first name, given name, given names, forename, nombre de pila, nombres`),
  organisation: listed(`organisation, organization, organizacion, nom de l organisation, nom de l organisme,
    nom de la structure, nom de la collectivite, organisation name, organization name, nombre de la organizacion,
    nombre de la institucion, organisme, institution, institucion, structure,
    collectivite, collectivite territoriale, association, asociacion, entidad, entite, entity, employeur, employer,
    company, societe, empresa, ville, city, ciudad, municipalite, municipality, municipio`),
  function: listed(`fonction, function, funcion, titre, title, titulo, poste, position, cargo, job title, job, role,
    qualite, puesto`),
  category: listed(`categorie, category, categoria, type d acteur, actor category, categorie d acteur, tipo de actor,
    profil, perfil, profile`),
  gender: listed(`genre, gender, genero, sexe, sex, sexo, civilite, tratamiento, salutation`),
  region: listed(`section, seccion, region, continent, continente`),
  country: listed(`pays, country, pais`),
  speaksFor: listed(`parle pour, parle au nom de, s exprime pour, speaks for, speaking for, on behalf of, habla por,
    en nombre de, au titre de`),
  email: listed(`e mail, email, mail, courriel, adresse e mail, adresse mail, adresse electronique, email address,
    e mail address, adresse courriel, correo, correo electronico, user email`),
  phone: listed(
    `telephone, tel, phone, phone number, telefono, mobile, portable, gsm, cell, movil, numero de telephone`,
  ),
  lang: listed(`langue, language, lang, idioma, lengua, langue de travail`),
}

function listed(names: string): readonly string[] {
  return names.split(',').map((name) => name.trim())
}

/**
 * What the columns of a list of participants seem to hold, by their names. « Nom » or « Name » alone holds whole names;
 * beside first names or family names, it holds the other half.
 */
export function suggestParticipants(columns: readonly string[]): MappingOf<ParticipantTarget> {
  const { fullName, name, givenName, ...others } = suggestTargets(columns, PARTICIPANT_HEADERS)
  if (fullName !== undefined && name !== undefined && givenName === undefined)
    return { name, givenName: fullName, ...others }
  if (fullName !== undefined && name === undefined && givenName !== undefined)
    return { name: fullName, givenName, ...others }
  if (fullName === undefined && name !== undefined && givenName === undefined) return { fullName: name, ...others }
  const halves = { ...(name === undefined ? {} : { name }), ...(givenName === undefined ? {} : { givenName }) }
  const hasHalves = name !== undefined && givenName !== undefined
  return { ...(fullName === undefined || hasHalves ? {} : { fullName }), ...halves, ...others }
}

export const HOLDINGS = ['notes', 'participants'] as const
/** What a table is taken for. */
export type Holding = (typeof HOLDINGS)[number]

/** What a table holds, by its headers: notes as soon as a column is called as their text is, else people who are named. */
export function holdingOf(columns: readonly string[]): Holding {
  if (suggestMapping(columns).text !== undefined) return 'notes'
  const { fullName, name, givenName, email } = suggestParticipants(columns)
  return [fullName, name, givenName, email].some((source) => source !== undefined) ? 'participants' : 'notes'
}
