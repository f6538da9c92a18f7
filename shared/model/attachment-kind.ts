import { content, fileDigest, kind, name, privately, ref, text, when, whole } from './kind.ts'

/**
 * A picture or a document that hangs on a note, or on a session when it names no note. A picture may show who spoke: what
 * it is made of goes where a name goes. The bytes are a file of the store.
 */
export const attachment = kind({
  note: content(ref),
  session: content(ref),
  /** What is seen or said in it, for whoever cannot see it. */
  label: content(text),
  order: when(whole),
  digest: name(fileDigest),
  /** Media type, `image/jpeg`. */
  media: name(text),
  bytes: name(whole),
  fileName: privately(text),
})
