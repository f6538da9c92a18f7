import { useTranslation } from 'react-i18next'
import { tallyAnswers } from '#shared/programme/sources/answers.ts'
import type { SourcePart } from '#shared/programme/sources/source.ts'

/** How often each answer was given, question by question. */
export function PollTable({ parts }: { parts: readonly SourcePart[] }) {
  const { t } = useTranslation('sources')
  return (
    <div className="source-polls">
      {tallyAnswers(parts).map(({ question, answers }) => (
        <table key={question}>
          <caption>
            <bdi>{question}</bdi>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('reader.answer')}</th>
              <th scope="col">{t('reader.times')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(([answer, count]) => (
              <tr key={answer}>
                <th scope="row">
                  <bdi>{answer}</bdi>
                </th>
                <td className="figures">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
