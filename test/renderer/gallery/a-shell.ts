import type { ShellModel } from '../../../renderer/app/shell-model.ts'

/** The frame of a secretariat on a working day, but for what a test says otherwise. */
export const aShell = (otherwise: Partial<ShellModel> = {}): ShellModel => ({
  role: 'secretariat',
  language: 'fr',
  process: { title: 'Deuxième Forum Mondial des Villes Intermédiaires', sample: true },
  status: 'Séance mondiale 4 · 128 notes · 23 à qualifier',
  badges: { review: { count: 23, label: '23 notes à qualifier' }, merge: { count: 3, label: '3 notes à départager' } },
  saving: { state: 'saved', at: '15:27:05' },
  zoom: 1,
  current: 'capture',
  goTo: () => undefined,
  changeLanguage: () => undefined,
  ...otherwise,
})
