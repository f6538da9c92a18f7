/** A file the person dropped on the page or chose in a dialog: what the page may know of it, and the token to name it. */
interface DroppedFile {
  readonly token: string
  readonly name: string
}

/** The only door of the page. */
interface RapporteurBridge {
  send(method: string, input: unknown): Promise<unknown>
  /** Listens until the function it gives is called. */
  on(event: string, listener: (payload: unknown) => void): () => void
  drop(files: File[]): Promise<DroppedFile[]>
}

interface Window {
  readonly rapporteur: RapporteurBridge
}
