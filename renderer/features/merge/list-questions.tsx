import { IconBuilding, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantsPreview } from '#shared/contract/participant-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import type { OrganisationQuestion } from '#shared/programme/participants/organisations-named.ts'
import { PARTICIPANT_TARGETS } from '#shared/programme/participants/participant-target.ts'
import type { PlannedRow } from '#shared/programme/participants/plan-participants.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { QuestionWork } from './use-participants.ts'

/** Questions shown one by one: the answer to all holds for the others. */
const SHOWN = 50
const BULK = ['other', 'email-and-name', 'same'] as const

interface QuestionProps {
  icon: ReactNode
  names: { readonly one: string; readonly other: string; readonly line: number }
  words: string
  why: string
  isSame: boolean
  /** Whether it was answered for itself. */
  isSaid: boolean
  onAnswer: (isSame: boolean) => void
}

function Question({ icon, names, words, why, isSame, isSaid, onAnswer }: QuestionProps) {
  const { t } = useTranslation('participants')
  return (
    <li className="card equivalent" data-said={isSaid}>
      {icon}
      <p className="grow" dir="auto">
        {words}
        <small>{why}</small>
      </p>
      <span className="row">
        <Button
          size="small"
          aria-pressed={isSame}
          aria-label={t('ask.sameLabel', names)}
          onClick={() => onAnswer(true)}
        >
          {t('ask.same')}
        </Button>
        <Button
          size="small"
          aria-pressed={!isSame}
          aria-label={t('ask.otherLabel', names)}
          onClick={() => onAnswer(false)}
        >
          {t('ask.other')}
        </Button>
      </span>
    </li>
  )
}

function PersonAsked({ row, work }: { row: PlannedRow; work: QuestionWork }) {
  const { t } = useTranslation('participants')
  const language = useLanguage()
  const { question, line } = row
  if (question === null) return null
  const one = [row.givenName, row.name].filter((part) => part !== '').join(' ')
  const names = { one, other: question.intoName, line }
  const changes = PARTICIPANT_TARGETS.filter((target) => question.changes.includes(target))
  const list = formatList(
    changes.map((target) => t(`target.${target}`)),
    language,
  )
  const why = [t(`ask.by.${question.by}`), changes.length > 0 ? t('ask.changes', { list }) : t('ask.nothing')]
  return (
    <Question
      icon={<IconUser size={16} aria-hidden />}
      names={names}
      words={t('ask.person', names)}
      why={why.join(' · ')}
      isSame={question.isSame}
      isSaid={work.choices.people.has(line)}
      onAnswer={(isSame) => work.answer(line, isSame ? question.into : null)}
    />
  )
}

function OrganisationAsked({ asked, work }: { asked: OrganisationQuestion; work: QuestionWork }) {
  const { t } = useTranslation('participants')
  const { organisation, label, line, into, intoLabel, isSame } = asked
  const names = { one: label, other: intoLabel, line }
  return (
    <Question
      icon={<IconBuilding size={16} aria-hidden />}
      names={names}
      words={t('ask.organisation', names)}
      why={t('ask.by.alike')}
      isSame={isSame}
      isSaid={work.choices.organisations.has(organisation)}
      onAnswer={(same) => work.answerOrganisation(organisation, same ? into : null)}
    />
  )
}

interface ListQuestionsProps {
  preview: Pick<ParticipantsPreview, 'questions' | 'organisations' | 'counts'>
  work: QuestionWork
}

/** Who looks like someone who is here: a person says, one by one or for all; without an answer they are another. */
export function ListQuestions({ preview, work }: ListQuestionsProps) {
  const { t } = useTranslation('participants')
  const { questions, organisations, counts } = preview
  if (questions.length === 0 && organisations.length === 0) return null
  const more = counts.asked - Math.min(questions.length, SHOWN)
  return (
    <section className="stack" aria-labelledby="list-questions">
      <h3 id="list-questions">
        <bdi>{t('ask.title')}</bdi>
      </h3>
      <p>
        <bdi>{t('ask.explain')}</bdi>
      </p>
      {organisations.length > 0 && (
        <ul className="stack">
          {organisations.slice(0, SHOWN).map((asked) => (
            <OrganisationAsked key={asked.organisation} asked={asked} work={work} />
          ))}
        </ul>
      )}
      {questions.length > 0 && (
        <div className="list-bulk">
          <Segmented
            label={t('ask.bulk')}
            labelled
            value={work.choices.bulk}
            segments={BULK.map((value) => ({ value, label: t(`ask.bulkOf.${value}`) }))}
            onChange={(bulk) => work.change({ bulk, people: new Map() })}
          />
        </div>
      )}
      <ul className="stack">
        {questions.slice(0, SHOWN).map((row) => (
          <PersonAsked key={row.line} row={row} work={work} />
        ))}
      </ul>
      {more > 0 && <p>{t('ask.more', { count: more })}</p>}
    </section>
  )
}
