import type { MappingTarget } from './mapping-target.ts'

/** Headers that people give to columns in French, English and Spanish, normalised, the most telling first. */
export const HEADER_NAMES: Readonly<Record<MappingTarget, readonly string[]>> = {
  text: listed(`texte, text, texto, note, notes, nota, contribution, contributions, contribucion, contenu,
    content, contenido, proposition, proposal, propuesta, commentaire, comment, comentario,
    verbatim, intervention, intervencion, reponse, answer, respuesta, description, descripcion`),
  title: listed(`titre, title, titulo, intitule, objet, subject, asunto`),
  axis: listed(`axe, axes, axis, eje, thematique, tematica, pilier, pillar, pilar`),
  region: listed(`section, seccion, region, continent, continente`),
  speaker: listed(`intervenant, intervenante, speaker, ponente, orateur, oratrice, orador, auteur, autrice, author,
    autor, participant, participante, nom, name, nombre, delegation, delegacion`),
  organisation: listed(`organisation, organization, organizacion, organisme, institution, institucion, collectivite,
    association, asociacion, structure, entidad`),
  lang: listed(`langue, language, lang, idioma, lengua`),
  themes: listed(`theme, themes, tema, temas, topic, topics, mot cle, mots cles, keyword, keywords, palabra clave,
    palabras clave, etiquette, etiquettes, tag, tags, etiqueta, etiquetas`),
  date: listed(`date, fecha, jour, day, dia`),
  kind: listed(`genre, kind, type de note, type, nature, tipo`),
  stance: listed(`position, stance, posicion, avis, opinion, postura`),
  category: listed(`categorie, category, categoria, type d auteur, author type, type d acteur, actor category,
    categorie d acteur, tipo de actor, profil, perfil`),
  country: listed(`pays, country, pais`),
}

function listed(names: string): readonly string[] {
  return names.split(',').map((name) => name.trim())
}
