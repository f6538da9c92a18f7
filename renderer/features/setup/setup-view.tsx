import './setup.css'
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/i18n/languages.ts'
import { ROLES } from '../../app/navigation.ts'
import { useKeys } from '../../app/use-keys.ts'
import { begin, dismissNotBegun, useNotBegun } from '../../state/begin.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { ConsultationList } from './consultation-list.tsx'
import { Promises } from './promises.tsx'
import { StartActions } from './start-actions.tsx'
import { TemplateList } from './template-list.tsx'
import { type FirstChoices, useFirstChoices } from './use-first-choices.ts'
import { type Start, useStart } from './use-start.ts'

const Step = ({ number, children }: { number: number; children: ReactNode }) => (
  <>
    <span className="quiet">{number}</span> {children}
  </>
)

function You({ settings, save }: Pick<FirstChoices, 'settings' | 'save'>) {
  const { t } = useTranslation('setup')
  return (
    <>
      <RadioCards
        label={<Step number={1}>{t('language.title')}</Step>}
        hint={t('language.hint')}
        value={settings.language}
        choices={LANGUAGES.map((value) => ({ value, title: LANGUAGE_NAMES[value], lang: value }))}
        onChange={(language) => void save({ language })}
      />
      <RadioCards
        label={<Step number={2}>{t('role.title')}</Step>}
        hint={t('role.hint')}
        value={settings.role}
        choices={ROLES.map((value) => ({
          value,
          title: t(`role.${value}.name`),
          description: t(`role.${value}.text`),
        }))}
        onChange={(role) => void save({ role })}
      />
    </>
  )
}

function Create({ templates, start }: { templates: FirstChoices['templates']; start: Start }) {
  const { t } = useTranslation('setup')
  const [picked, pick] = useState<string | null>(null)
  const chosen = picked ?? templates[0]?.id ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== null) start.create(chosen)
  }
  return (
    <form className="setup-create" onSubmit={submit}>
      <TemplateList templates={templates} chosen={chosen} onChoose={pick} />
      <footer>
        <output className="quiet">{start.busy ? t('start.busy') : ''}</output>
        <Button type="submit" look="primary" keys="Enter" disabled={start.busy || chosen === null}>
          {t('start.create')}
        </Button>
      </footer>
    </form>
  )
}

/** The first screen: who one is, then the way into a process. Everything on one page, nothing sent anywhere. */
export function SetupView() {
  const { t } = useTranslation(['setup', 'common'])
  const { app, settings, templates, failure, dismiss, save } = useFirstChoices()
  const start = useStart()
  const openBundle = useEffectEvent(start.openBundle)
  useKeys('menu', { open: start.openBundle })
  useEffect(() => window.rapporteur.on('menu.chosen', (command) => command === 'bundle.receive' && openBundle()), [])
  const notBegun = useNotBegun((state) => state.failure)
  const shown = start.failure ?? failure
  const consultations = app?.consultations ?? []
  const iconOf = (id: string) => templates.find((template) => template.id === id)?.icon ?? ''
  return (
    <div className="setup">
      <Promises />
      <section className="setup-choices" data-pane aria-label={t('choices')} tabIndex={-1}>
        <You settings={settings} save={save} />
        <section className="setup-start" aria-labelledby="setup-start">
          <h2 id="setup-start">
            <Step number={3}>{t('start.title')}</Step>
          </h2>
          {notBegun && (
            <FailureNotice
              failure={notBegun}
              onDismiss={dismissNotBegun}
              action={
                <Button size="small" onClick={() => void begin()}>
                  {t('common:save.retry')}
                </Button>
              }
            />
          )}
          {shown && <FailureNotice failure={shown} onDismiss={start.failure ? start.dismiss : dismiss} />}
          {consultations.length > 0 && (
            <ConsultationList
              consultations={consultations}
              iconOf={iconOf}
              language={settings.language}
              onResume={start.resume}
            />
          )}
          <StartActions start={start} />
          <Create templates={templates} start={start} />
        </section>
      </section>
    </div>
  )
}
